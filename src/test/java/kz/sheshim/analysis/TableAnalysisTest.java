package kz.sheshim.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.table.Gap;
import kz.sheshim.finding.table.NotAnalysed;
import kz.sheshim.finding.table.Overlap;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said about each sort of defect, and about tables of a thousand rules. */
class TableAnalysisTest {
    private static final FieldType LETTER = new FieldType.Code(TableFixture.LETTERS);
    private static final FieldType YES_NO = new FieldType.YesNo();

    private static List<String> messages(TableFixture table) {
        return table.findings().stream()
                .map(finding ->
                        finding.defect().severity() + " " + finding.defect().message())
                .toList();
    }

    @Test
    void gapIsSaidWithItsPeriodAndTheRowThatClosesIt() {
        TableFixture table = new TableFixture(HitPolicy.UNIQUE)
                .column("x.channel", LETTER)
                .dated("", "2024-03-24", "a", "a, b")
                .dated("2024-03-25", "", "a", "a")
                .dated("2024-04-13", "2024-12-31", "b", "b")
                .dated("", "", "c", "c");
        assertThat(messages(table))
                .containsExactly(
                        "WARNING No rule matches this case: x.day 2024-03-25 to 2024-04-12, x.channel b. Such an application gets no conclusion from this table. Add the row [From: 2024-03-25; Until: 2024-04-12; x.channel: b]. If no conclusion is intended here, use hit policy COLLECT.",
                        "WARNING No rule matches this case: x.day from 2025-01-01 on, x.channel b. Such an application gets no conclusion from this table. Add the row [From: 2025-01-01; x.channel: b]. If no conclusion is intended here, use hit policy COLLECT.");
    }

    @Test
    void lawTimeAndAColumnOnTheSameDayAreSeenTogether() {
        assertThat(new TableFixture(HitPolicy.COLLECT)
                        .column("x.day", new FieldType.Date())
                        .dated("2024-03-25", "", "a", "< 2024-03-25")
                        .found())
                .containsExactly("never-matches R1");
    }

    @Test
    void whatTheVocabularySaysAboutNoMatchIsNoGap() {
        TableFixture table = new TableFixture(HitPolicy.UNIQUE)
                .otherwise(LETTER, new IfAbsent.Means("c"))
                .column("x.age", new FieldType.Whole())
                .row("a", ">= 18");
        assertThat(table.found()).isEmpty();
    }

    @Test
    void unknownFactLeavesRulesOpenAndIsNoGapOfItsOwn() {
        TableFixture table = new TableFixture(HitPolicy.UNIQUE)
                .column("x.flag", YES_NO, new IfAbsent.NotKnown())
                .row("a", "yes")
                .row("b", "no");
        assertThat(table.found()).isEmpty();
    }

    @Test
    void absentFactIsACaseOfItsOwn() {
        TableFixture table = new TableFixture(HitPolicy.FIRST)
                .column("x.flag", YES_NO, new IfAbsent.None())
                .row("a", "yes")
                .row("b", "no");
        assertThat(messages(table))
                .singleElement()
                .asString()
                .contains("x.flag missing")
                .contains("[x.flag: missing]");
    }

    @Test
    void otherwiseBehindEveryValueNeverDecidesAndIsOpenOnlyWhereTheFactIsUnknown() {
        TableFixture table = new TableFixture(HitPolicy.FIRST)
                .column("x.flag", YES_NO, new IfAbsent.NotKnown())
                .row("a", "yes")
                .row("b", "no")
                .row("c", "-");
        assertThat(messages(table))
                .containsExactly(
                        "WARNING The rule never decides, because an earlier rule matches whenever this one does: R1 [x.flag: yes], R2 [x.flag: no]. For example: x.flag yes. The rule can only be open, beside the earlier ones, while a fact is not yet known. Move it up if it is meant to come first, or remove it.");
    }

    @Test
    void ruleThatHoldsWithoutTheFactIsNotSubsumedByRulesThatNeedIt() {
        TableFixture table = new TableFixture(HitPolicy.COLLECT)
                .column("x.flag", YES_NO, new IfAbsent.NotKnown())
                .column("x.age", new FieldType.Whole())
                .row("a", "yes", "-")
                .row("a", "no", "-")
                .row("a", "-", ">= 18");
        assertThat(table.found()).isEmpty();
        TableFixture known = new TableFixture(HitPolicy.COLLECT)
                .column("x.flag", YES_NO)
                .column("x.age", new FieldType.Whole())
                .row("a", "yes", "-")
                .row("a", "no", "-")
                .row("a", "-", ">= 18");
        assertThat(messages(known))
                .containsExactly(
                        "WARNING The rule adds nothing: whenever it matches or is open, so does one of the rules R1 [x.flag: yes], R2 [x.flag: no], with the same conclusion. Remove it, or narrow the other rules.");
    }

    @Test
    void twoTermsForOneCaseAreAConflict() {
        TableFixture table = new TableFixture(HitPolicy.COLLECT, ConclusionKind.TERM)
                .column("x.age", new FieldType.Whole())
                .row("1", ">= 18")
                .row("5", "<= 18");
        assertThat(messages(table))
                .containsExactly(
                        "ERROR This rule [x.age: <= 18] gives 5 working days, and rule R1 [x.age: >= 18] gives 1 working day. Both match this case: x.age 18. Only one value is possible, so such an application cannot be decided. Narrow one of the two rules.");
    }

    @Test
    void severityOfADuplicateDependsOnTheHitPolicy() {
        for (HitPolicy policy : HitPolicy.values()) {
            List<Finding> findings = new TableFixture(policy)
                    .column("x.code", LETTER)
                    .row("a", "a, b")
                    .row("a", "not c")
                    .row("a", "c")
                    .findings();
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.defect().code()).isEqualTo("duplicate-rule");
                assertThat(finding.rule()).isEqualTo("R2");
                assertThat(finding.address()).hasToString("t.xlsx › T › A10");
                assertThat(finding.defect().severity())
                        .isEqualTo(policy == HitPolicy.UNIQUE ? Severity.ERROR : Severity.WARNING);
            });
        }
    }

    @Test
    void reasonIsSaidWhyARuleNeverMatches() {
        TableFixture table = new TableFixture(HitPolicy.COLLECT)
                .column("x.flag", YES_NO)
                .column("x.age", new FieldType.Whole())
                .column("x.age", new FieldType.Whole())
                .row("a", "missing", "-", "-")
                .dated("", "2019-12-31", "a", "yes", "-", "-")
                .row("a", "-", "< 18", ">= 65");
        assertThat(messages(table))
                .containsExactly(
                        "WARNING No application can ever match the rule: x.flag is never \"missing\". Correct the cell, or remove the rule.",
                        "WARNING No application can ever match the rule: the day that dates the table (x.day) is never in its period [Until: 2019-12-31]. Correct the cell, or remove the rule.",
                        "WARNING No application can ever match the rule: its cells exclude each other [x.age: < 18 and >= 65]. Correct the cell, or remove the rule.");
    }

    @Test
    void whatCannotBeFoundOutIsSaid() {
        TableFixture table = LargeTableFixture.partition(HitPolicy.UNIQUE, 0);
        Effort tooLittle = new Effort(1, 3, 20, 400_000_000L);
        assertThat(table.findings(tooLittle))
                .extracting(Finding::defect)
                .containsExactly(new NotAnalysed("table", Phrase.of("there are gaps")));
        Effort tooSmall = new Effort(1_000, 3, 20, 1_000);
        assertThat(table.findings(tooSmall))
                .singleElement()
                .extracting(finding -> finding.defect().code())
                .isEqualTo("not-analysed");
    }

    @Test
    void soManyFindingsOfASortAreListedAndTheRestIsCounted() {
        TableFixture table = new TableFixture(HitPolicy.UNIQUE).column("x.age", new FieldType.Whole());
        for (int row = 0; row < 8; row++) {
            table.row("a", ">= " + row);
        }
        List<String> messages = table.findings(new Effort(1000, 3, 5, 1_000_000)).stream()
                .map(finding ->
                        finding.defect().code() + ": " + finding.defect().message())
                .toList();
        assertThat(messages)
                .filteredOn(message -> message.startsWith("overlap"))
                .hasSize(5);
        assertThat(messages)
                .filteredOn(message -> message.startsWith(
                        "more-findings: Only the first findings of the kind overlap are listed. The table has 23 more"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNIQUE", "FIRST"})
    void ofAThousandRulesByTenColumnsJustThePlantedGapsAreFound(HitPolicy policy) {
        assertThat(LargeTableFixture.partition(policy, 0).findings()).isEmpty();

        TableFixture table = LargeTableFixture.partition(policy, 5);
        List<Rule> closing = table.findings().stream()
                .map(finding -> table.read((Gap) finding.defect()))
                .toList();
        assertThat(closing).hasSizeBetween(5, 8);

        // the rows close all gaps, and none of them touches a rule of the partition
        List<Rule> rules = new ArrayList<>(table.table().rules());
        rules.addAll(closing);
        assertThat(table.with(rules).findings())
                .extracting(Finding::defect)
                .allMatch(defect -> defect instanceof Overlap overlap
                        && overlap.other().equals(closing.get(0).id().rule()));
    }

    @Test
    void ofAThousandRulesByTenColumnsJustThePlantedOverlapsAndShadowsAreFound() {
        for (HitPolicy policy : HitPolicy.values()) {
            TableFixture table = LargeTableFixture.partition(policy, 0);
            int last = LargeTableFixture.ROWS;
            List<String> cells = LargeTableFixture.inside(table.table().rules().get(400));
            table.row("c", cells.toArray(String[]::new));
            String code =
                    switch (policy) {
                        case UNIQUE -> "overlap";
                        case FIRST -> "shadowed";
                        case COLLECT -> "conflict";
                    };
            assertThat(table.found()).containsExactly(code + " R" + (last + 1));
            assertThat(messages(table).get(0)).contains("R401 [");
        }
    }

    /** {@code Term} is UNIQUE, but some outcomes have no term: COLLECT says so, and different terms for one case stay an error. */
    @Test
    void nothingIsWrongBetweenTheRulesOfTheShippedPolicy() {
        EditedPolicyFixture policy = new EditedPolicyFixture().set("outcome.xlsx", "Term", "B3", "COLLECT");
        assertThat(new TableAnalysis(LogicNgSolver::new, Effort.USUAL).of(policy.read()))
                .isEmpty();
    }

    @Test
    void defectsPlantedInTheShippedPolicyAreFoundInTheirRows() {
        String workbook = "persons.xlsx";
        String sheet = "Who may file";
        assertThat(found(new EditedPolicyFixture().set(workbook, sheet, "F11", "legal-representative")))
                .containsExactly("duplicate-rule at persons.xlsx › Who may file › A12");
        assertThat(found(new EditedPolicyFixture().set(workbook, sheet, "F12", "legal-representative, representative")))
                .containsExactly("subsumed at persons.xlsx › Who may file › A11");
        assertThat(found(new EditedPolicyFixture()
                        .set(workbook, sheet, "B3", "UNIQUE")
                        .set(workbook, sheet, "F12", "legal-representative, representative")))
                .containsExactly(
                        "overlap at persons.xlsx › Who may file › A12", "overlap at persons.xlsx › Who may file › A15");
        assertThat(found(new EditedPolicyFixture()
                        .set("documents.xlsx", "Identity documents", "B10", null)
                        .set("documents.xlsx", "Identity documents", "C10", "2023-01-01")))
                .containsExactly("never-matches at documents.xlsx › Identity documents › A10");
        assertThat(found(new EditedPolicyFixture()
                        .append(
                                "outcome.xlsx",
                                "Term",
                                7,
                                Map.of("Rule", "TM-02", "Outcome", "granted", "→ working days", "5"))))
                .containsExactly("conflict at outcome.xlsx › Term › A10");
        assertThat(found(new EditedPolicyFixture().set(workbook, "Not covered", "B3", "FIRST")))
                .containsOnly("gap at persons.xlsx › Not covered");
    }

    private static List<String> found(EditedPolicyFixture policy) {
        return new TableAnalysis(LogicNgSolver::new, Effort.USUAL)
                .of(policy.set("outcome.xlsx", "Term", "B3", "COLLECT").read()).stream()
                        .map(finding -> finding.defect().code() + " at " + finding.address())
                        .toList();
    }
}
