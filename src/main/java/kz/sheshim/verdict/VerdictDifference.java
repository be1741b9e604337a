package kz.sheshim.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.sheshim.table.Citation;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which two verdicts differ.
 *
 * @param what the part of the verdict, and in a list its element: {@code outcome}, {@code grounds no-consent}
 * @param recorded what the first verdict says; null for what it does not have
 * @param replayed what the second verdict says; null for what it does not have
 */
public record VerdictDifference(String what, @Nullable String recorded, @Nullable String replayed) {

    /** Everything in which they differ. */
    public static List<VerdictDifference> between(Verdict recorded, Verdict replayed) {
        List<VerdictDifference> differences = new ArrayList<>();
        compare("outcome", recorded.outcome(), replayed.outcome(), differences);
        compare("filedOn", recorded.filedOn(), replayed.filedOn(), differences);
        compare("grounds", recorded.grounds(), replayed.grounds(), Ground::name, VerdictDifference::text, differences);
        compare(
                "missingFacts",
                recorded.missingFacts(),
                replayed.missingFacts(),
                Function.identity(),
                fact -> "missing",
                differences);
        compare("notices", recorded.notices(), replayed.notices(), Notice::name, notice -> "given", differences);
        compare("actions", recorded.actions(), replayed.actions(), Function.identity(), action -> "given", differences);
        compare("term", recorded.term(), replayed.term(), differences);
        compare("values in texts", recorded.textValues(), replayed.textValues(), differences);
        compare("due", recorded.due(), replayed.due(), differences);
        compare(
                "matched",
                recorded.matched(),
                replayed.matched(),
                matched -> matched.rule() + " " + matched.values().keySet(),
                matched -> matched.values().toString(),
                differences);
        return differences;
    }

    private static void compare(
            String what, @Nullable Object recorded, @Nullable Object replayed, List<VerdictDifference> differences) {
        if (!Objects.equals(recorded, replayed)) {
            differences.add(new VerdictDifference(
                    what,
                    recorded == null ? null : recorded.toString(),
                    replayed == null ? null : replayed.toString()));
        }
    }

    private static <T> void compare(
            String what,
            List<T> recorded,
            List<T> replayed,
            Function<T, String> name,
            Function<T, String> text,
            List<VerdictDifference> differences) {
        Map<String, String> before = texts(recorded, name, text);
        Map<String, String> after = texts(replayed, name, text);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(each -> compare(what + " " + each, before.get(each), after.get(each), differences));
    }

    private static <T> Map<String, String> texts(List<T> list, Function<T, String> name, Function<T, String> text) {
        Map<String, String> texts = new TreeMap<>();
        list.forEach(element -> texts.put(name.apply(element), text.apply(element)));
        return texts;
    }

    private static String text(Ground ground) {
        return ground.effect() + " by rule " + ground.rule() + ", citing "
                + ground.citations().stream().map(Citation::text).collect(Collectors.joining("; "));
    }
}
