package kz.sheshim.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.policy.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A revision of the policy comes into force. It is an entry of the log: every decision after it, up to the next publication, is by this revision.
 *
 * @param revision what is in force from now on
 * @param replaced what was in force before; null: nothing, this is the first publication
 * @param at the moment
 * @param draft the draft that was approved; null if there was none
 * @param authors who wrote the change; empty if nobody is known
 * @param approvers who approved it, or, in an emergency, who published it alone
 * @param reason why, in the words of who approved it; each line break or other control character becomes a space
 */
public record Publication(
        Revision revision,
        @Nullable Revision replaced,
        Instant at,
        Way way,
        @Nullable String draft,
        List<String> authors,
        List<String> approvers,
        String reason) {
    /** The kind of the statement. */
    public static final String KIND = "sheshim-publication/v1";

    /** The name of the line with what was in force before. */
    public static final String REPLACED = "replaced";

    /** The name of the line with the draft. */
    public static final String DRAFT = "draft";

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** Maximum length of a reason, in characters. */
    public static final int MAX_REASON = 1_000;

    /** How a revision came into force. */
    public enum Way {
        /** The log had no publication, and the service took what was in its folder. */
        FIRST_START,
        /** The folder changed, and the service was told to watch it. */
        WATCHED_FOLDER,
        /** A second person approved it. */
        APPROVAL,
        /** One person published it alone. */
        EMERGENCY;

        /** The name in statements and answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The way with this name. */
        public static Way of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Publication {
        authors = List.copyOf(authors);
        approvers = List.copyOf(approvers);
        reason = CONTROL.matcher(reason).replaceAll(" ");
    }

    /** A publication that nobody ordered: the content of the folder becomes law. */
    public static Publication ofFolder(Revision revision, @Nullable Revision replaced, Instant at) {
        return new Publication(
                revision,
                replaced,
                at,
                replaced == null ? Way.FIRST_START : Way.WATCHED_FOLDER,
                null,
                List.of(),
                List.of(),
                "");
    }

    /** The same at another moment. */
    public Publication movedTo(Instant moment) {
        return new Publication(revision, replaced, moment, way, draft, authors, approvers, reason);
    }

    /** The statement of its entry. */
    public Statement statement() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("at", Moments.text(at));
        lines.put("revision", revision.value());
        if (replaced != null) {
            lines.put(REPLACED, replaced.value());
        }
        lines.put("way", way.code());
        if (draft != null) {
            lines.put(DRAFT, draft);
        }
        lines.put("authors", names(authors));
        lines.put("approvers", names(approvers));
        lines.put("reason", reason);
        lines.values().removeIf(String::isEmpty);
        return Statement.of(KIND, lines);
    }

    /** The publication that a statement states. */
    public static Publication of(Statement statement) {
        Map<String, String> lines = statement.lines();
        return new Publication(
                new Revision(line(lines, "revision")),
                Optional.ofNullable(lines.get(REPLACED)).map(Revision::new).orElse(null),
                Instant.parse(line(lines, "at")),
                Way.of(line(lines, "way")),
                lines.get(DRAFT),
                names(lines.getOrDefault("authors", "")),
                names(lines.getOrDefault("approvers", "")),
                lines.getOrDefault("reason", ""));
    }

    private static String line(Map<String, String> lines, String name) {
        String value = lines.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a statement of a publication has a line " + name);
        }
        return value;
    }

    /** Names with a space between them; a space in a name is written as %20. */
    private static String names(List<String> names) {
        return names.stream()
                .map(name -> name.replace("%", "%25").replace(" ", "%20"))
                .collect(Collectors.joining(" "));
    }

    private static List<String> names(String text) {
        return Stream.of(text.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> name.replace("%20", " ").replace("%25", "%"))
                .toList();
    }
}
