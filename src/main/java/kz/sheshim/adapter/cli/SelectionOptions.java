package kz.sheshim.adapter.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Conditions that a recorded application must fulfil. */
final class SelectionOptions {
    static final String NEWEST = "newest";

    @Option(names = "--from", paramLabel = "DAY", description = "First day of filing.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day of filing.")
    private @Nullable String to;

    @Option(names = "--outcome", paramLabel = "CODE", description = "The outcome.")
    private @Nullable String outcome;

    @Option(names = "--ground", paramLabel = "CODE", description = "A ground.")
    private @Nullable String ground;

    @Option(names = "--submitter", paramLabel = "NAME", description = "The submitter.")
    private @Nullable String submitter;

    @Option(names = "--newest", paramLabel = "N", description = "Number of decisions: the newest ones.")
    private @Nullable Integer newest;

    /** The members of a request. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "from", from);
        put(json, "to", to);
        put(json, "outcome", outcome);
        put(json, "ground", ground);
        put(json, "submitter", submitter);
        put(json, NEWEST, newest);
        return json;
    }

    /** Whether an answer is about the applications that were asked for. */
    static boolean isSame(Map<?, ?> asked, @Nullable Object answered) {
        return answered instanceof Map<?, ?> selection && texts(asked).equals(texts(selection));
    }

    private static Map<String, String> texts(Map<?, ?> selection) {
        Map<String, String> texts = new LinkedHashMap<>();
        selection.forEach((name, value) -> texts.put(name.toString(), String.valueOf(value)));
        return texts;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
