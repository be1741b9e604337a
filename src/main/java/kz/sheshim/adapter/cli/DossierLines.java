package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a dossier in a few lines: what an approver reads first. All that it says is its JSON. */
record DossierLines(PrintWriter out) {
    private static final int LISTED = 20;

    void print(Map<?, ?> dossier) {
        line(
                "dossier",
                "made at " + dossier.get("madeAt") + ", errors: " + dossier.get("errors")
                        + (isNone(dossier, "recordedSince")
                                ? ""
                                : ", decisions since: " + dossier.get("recordedSince")));
        Map<?, ?> content = members(dossier, "content");
        list(content, "findings")
                .forEach(each -> line(each.get("severity"), each.get("place") + ": " + each.get("message")));
        if (content.get("scenarios") != null) {
            printScenarios(members(content, "scenarios"));
        }
        List<? extends Map<?, ?>> changes = list(content, "changes").stream()
                .filter(each -> each.containsKey("before"))
                .toList();
        line("changes", changes.size());
        changes.stream()
                .limit(LISTED)
                .forEach(each -> line(
                        "",
                        path(each.get("place")) + ": " + orNothing(each.get("before")) + " → "
                                + orNothing(each.get("after"))));
        if (changes.size() > LISTED) {
            line("", "… and " + (changes.size() - LISTED) + " more");
        }
        list(content, "retroactive")
                .forEach(each -> line(
                        "past",
                        "changes the law of days that have passed: "
                                + each.get("table") + "/" + each.get("rule")
                                + (each.get("since") == null ? "" : ", since " + each.get("since"))));
        printEffect(content.get("impact"));
    }

    /** Prints which scenarios fail and what they exercise, beside what those of the base exercise. */
    private void printScenarios(Map<?, ?> scenarios) {
        Map<?, ?> before = members(scenarios, "before");
        line("scenarios", scenarios.get("total") + ", failing: " + scenarios.get("failing"));
        line("rules", "matched: " + beside(scenarios, before, "coveredRules", "rules"));
        line("cells", "decisive: " + beside(scenarios, before, "decisiveCells", "cells"));
        if (scenarios.get("mistakes") != null) {
            line(
                    "mistakes",
                    "noticed: " + scenarios.get("noticedMistakes") + " of " + scenarios.get("mistakes")
                            + (isNone(scenarios, "untriedMistakes")
                                    ? ""
                                    : "; no time for " + scenarios.get("untriedMistakes") + " more"));
        }
    }

    private static String beside(Map<?, ?> scenarios, Map<?, ?> before, String part, String whole) {
        String now = scenarios.get(part) + " of " + scenarios.get(whole);
        return before.isEmpty() ? now : now + "; by the base: " + before.get(part) + " of " + before.get(whole);
    }

    private void printEffect(@Nullable Object impact) {
        if (!(impact instanceof Map<?, ?> effect)) {
            line("effect", "not found out: the draft cannot decide");
            return;
        }
        Object none = effect.get("failed") == null ? effect.get("withheld") : effect.get("failed");
        if (none != null) {
            line("effect", none);
            return;
        }
        line(
                "effect",
                "decided again: " + effect.get("decided") + ", otherwise: " + effect.get("changed")
                        + counted("unreadable", effect.get("unreadable"))
                        + counted("without a verdict", effect.get("undecided"))
                        + counted("another due date", effect.get("otherDueDate")));
        members(effect, "outcomes").forEach((before, afters) -> {
            if (afters instanceof Map<?, ?> numbers) {
                numbers.forEach((after, number) -> line("", before + " → " + after + ": " + number));
            }
        });
        for (String name : List.of("gained", "lost", "rulesGained", "rulesLost", "rulesChanged")) {
            Map<?, ?> numbers = members(effect, name);
            if (!numbers.isEmpty()) {
                line(
                        "",
                        name + ": "
                                + numbers.entrySet().stream()
                                        .map(each -> each.getKey() + " " + each.getValue())
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    private static String counted(String name, @Nullable Object number) {
        return number == null || "0".equals(number.toString()) ? "" : ", " + name + ": " + number;
    }

    private static String orNothing(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }

    private static String path(@Nullable Object place) {
        return place instanceof List<?> parts
                ? parts.stream().map(String::valueOf).collect(Collectors.joining(" › "))
                : String.valueOf(place);
    }

    private static Map<?, ?> members(Map<?, ?> json, String name) {
        return json.get(name) instanceof Map<?, ?> members ? members : Map.of();
    }

    private static List<? extends Map<?, ?>> list(Map<?, ?> json, String name) {
        return json.get(name) instanceof List<?> list
                ? list.stream().map(each -> (Map<?, ?>) each).toList()
                : List.of();
    }

    /** Whether a count is left out, or 0. */
    static boolean isNone(Map<?, ?> counts, String name) {
        return counts.get(name) == null || "0".equals(String.valueOf(counts.get(name)));
    }

    private void line(@Nullable Object name, Object value) {
        out.println(String.format("  %-9s %s", name, value));
    }
}
