package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.Shown.inAddress;

import java.util.List;
import java.util.stream.Stream;
import kz.sheshim.json.VerdictView;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * A verdict for people: what the REST API says of it, with names for its facts and places for its rules. {@code verdict.html} draws it.
 *
 * @param lang the tag of the language of the verdict's texts
 * @param mood a class of the stylesheet: {@code good} if no ground holds, {@code open} if an open rule could still hold, {@code bad} otherwise
 * @param missing the missing facts, by path and in words
 */
public record ShownVerdict(
        VerdictView verdict, String lang, String mood, List<Reason> grounds, List<Fact> missing, List<Row> rows) {

    /** A fact by its path and in words. */
    public record Fact(String path, String label) {}

    /** A ground and the row that gave it. */
    public record Reason(VerdictView.GroundView ground, Row row) {}

    /**
     * A row of a table.
     *
     * @param link where the desk shows it
     * @param cell its cell in the workbook; null: not known
     */
    public record Row(String table, String rule, String link, @Nullable String cell) {}

    /**
     * @param cells the cell of the rule behind each ground; empty when the cells are not known
     * @param inForce whether the ruleset is the law in force
     */
    static ShownVerdict of(Verdict verdict, List<String> cells, Ruleset ruleset, Language language, boolean inForce) {
        VerdictView view = VerdictView.of(verdict, cells, ruleset, language);
        String query = inForce ? "" : "?revision=" + ruleset.revision();
        FactNames names = new FactNames(ruleset.vocabulary(), language);
        return new ShownVerdict(
                view,
                ruleset.policy().languages().closest(language).tag(),
                mood(ruleset.catalogue(), verdict.outcome()),
                view.grounds().stream()
                        .map(ground -> new Reason(
                                ground,
                                row(
                                        ruleset,
                                        ground.rule().table(),
                                        ground.rule().rule(),
                                        query,
                                        ground.rule().cell())))
                        .toList(),
                view.missingFacts().stream()
                        .map(path -> new Fact(path, names.of(path)))
                        .toList(),
                view.matched().stream()
                        .map(matched -> row(ruleset, matched.table(), matched.rule(), query, null))
                        .toList());
    }

    private static Row row(Ruleset ruleset, String table, String rule, String query, @Nullable String cell) {
        String title = ruleset.tables().stream()
                .filter(each -> each.id().equals(table))
                .map(DecisionTable::title)
                .findFirst()
                .orElse(table);
        return new Row(title, rule, "/desk/tables/" + inAddress(table) + query + "#rule-" + inAddress(rule), cell);
    }

    private static String mood(Catalogue catalogue, String outcome) {
        return Stream.ofNullable(catalogue.outcomes().get(outcome))
                .map(Catalogue.OutcomeText::reachedBy)
                .map(reached -> reached instanceof Catalogue.ReachedBy.NoGround
                        ? "good"
                        : reached instanceof Catalogue.ReachedBy.OpenRule ? "open" : "bad")
                .findFirst()
                .orElse("");
    }
}
