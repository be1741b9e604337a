package kz.sheshim.adapter.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.sheshim.publication.DossierContent;
import kz.sheshim.publication.DossierEffect;
import kz.sheshim.publication.Dossiers;
import kz.sheshim.publication.ScenarioCounts;
import kz.sheshim.publication.ToldChange;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Prints a dossier in a few lines: what an approver reads first. All that it says is its JSON. */
record DossierLines(PrintWriter out) {
    private static final int LISTED = 20;

    void print(Map<?, ?> dossier) {
        Object since = dossier.get("recordedSince");
        line(
                "dossier",
                "made at " + dossier.get("madeAt") + ", errors: " + dossier.get("errors")
                        + (since == null || since.toString().equals("0")
                                ? ""
                                : ", decisions since: " + since
                                        + (String.valueOf(Dossiers.MAX_SINCE).equals(since.toString())
                                                ? " or more"
                                                : "")));
        DossierContent content = DossierContent.of(dossier.get("content"));
        content.findings().forEach(each -> line(each.severity(), each.place() + ": " + each.message()));
        content.scenarios().ifPresent(this::printScenarios);
        List<ToldChange> changes = content.changes().stream()
                .filter(each -> each.meaning() == null)
                .toList();
        line("changes", changes.size());
        changes.stream()
                .limit(LISTED)
                .forEach(each -> line(
                        "",
                        String.join(" › ", each.place()) + ": " + orNothing(each.before()) + " → "
                                + orNothing(each.after())));
        if (changes.size() > LISTED) {
            line("", "… and " + (changes.size() - LISTED) + " more");
        }
        content.retroactive()
                .forEach(each -> line(
                        "past",
                        "changes the law of days that have passed: " + each.rule()
                                + (each.since() == null ? "" : ", since " + each.since())));
        content.effect()
                .ifPresentOrElse(this::printEffect, () -> line("effect", "not found out: the draft cannot decide"));
    }

    /** Prints which scenarios fail and what they exercise, beside what those of the base exercise. */
    private void printScenarios(ScenarioCounts scenarios) {
        line("scenarios", scenarios.total() + ", failing: " + scenarios.failing());
        line("rules", "matched: " + beside(scenarios, each -> each.coveredRules() + " of " + each.rules()));
        line("cells", "decisive: " + beside(scenarios, each -> each.decisiveCells() + " of " + each.cells()));
        ScenarioCounts.Mistakes mistakes = scenarios.mistakes();
        if (mistakes != null) {
            line(
                    "mistakes",
                    "noticed: " + mistakes.noticed() + " of " + mistakes.made()
                            + (mistakes.untried() == 0 ? "" : "; no time for " + mistakes.untried() + " more"));
        }
    }

    private static String beside(ScenarioCounts scenarios, Function<ScenarioCounts.Coverage, String> count) {
        String now = count.apply(scenarios.after());
        return scenarios.before() == null ? now : now + "; by the base: " + count.apply(scenarios.before());
    }

    private void printEffect(DossierEffect effect) {
        Optional<String> none = effect.failed().map(Phrase::toString).or(effect::withheld);
        if (none.isPresent()) {
            line("effect", none.get());
            return;
        }
        line(
                "effect",
                "decided again: " + effect.decided() + ", otherwise: " + effect.changed()
                        + counted("unreadable", effect.unreadable())
                        + counted("without a verdict", effect.undecided())
                        + counted("another due date", effect.otherDueDate()));
        effect.outcomes()
                .forEach((before, afters) ->
                        afters.forEach((after, number) -> line("", before + " → " + after + ": " + number)));
        printCounts("gained", effect.gained());
        printCounts("lost", effect.lost());
        printCounts("rulesGained", effect.rulesGained());
        printCounts("rulesLost", effect.rulesLost());
        printCounts("rulesChanged", effect.rulesChanged());
    }

    private void printCounts(String name, Map<String, Long> numbers) {
        if (!numbers.isEmpty()) {
            line(
                    "",
                    name + ": "
                            + numbers.entrySet().stream()
                                    .map(each -> each.getKey() + " " + each.getValue())
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static String counted(String name, long number) {
        return number == 0 ? "" : ", " + name + ": " + number;
    }

    private static String orNothing(@Nullable String value) {
        return value == null ? "nothing" : value;
    }

    private void line(String name, Object value) {
        out.println(String.format("  %-9s %s", name, value));
    }
}
