package kz.sheshim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.Rule;
import kz.sheshim.table.Term;
import kz.sheshim.vocabulary.FieldType;
import org.junit.jupiter.api.Test;

/** The small mistakes that are made in tables: each cell, one at a time. */
class MutantsTest {
    private static final Ruleset RULESET = ShippedPolicyFixture.RULESET;

    private static DecisionTable table(String id) {
        return RULESET.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> mistakes(String table, String rule) {
        return Mutants.of(RULESET, table(table)).stream()
                .filter(mutant -> mutant.rule().rule().equals(rule))
                .map(mutant -> mutant.cell() + ": " + mutant.change())
                .toList();
    }

    @Test
    void rowIsRemovedBoundsAreMovedAndCodesAreTakenForTheNextOne() {
        assertThat(mistakes("open-channels", "CH-03"))
                .containsExactly(
                        "row: removed",
                        "From: 2024-04-13 → 2024-04-12",
                        "From: 2024-04-13 → 2024-04-14",
                        "Until: 2024-12-31 → 2024-12-30",
                        "Until: 2024-12-31 → 2025-01-01",
                        "application.service: formation → correction",
                        "conclusion: application.openChannels = consulate → application.openChannels = foreign-ministry");
    }

    @Test
    void fromOnTheFirstCoveredDayIsNotMovedBack() {
        assertThat(mistakes("open-channels", "CH-01"))
                .filteredOn(mistake -> mistake.startsWith("From"))
                .containsExactly("From: 2023-02-25 → 2023-02-26");
    }

    @Test
    void boundsYesAndNoSubjectsActsAndMissingAreMistakenToo() {
        assertThat(mistakes("categories", "CT-02"))
                .contains("applicant.ageOnFiling: >= 16 → >= 15", "applicant.ageOnFiling: >= 16 → >= 17");
        assertThat(mistakes("categories", "CT-01")).contains("applicant.category: missing → present");
        assertThat(mistakes("identity-document-asked-for", "IA-02"))
                .contains(
                        "documents.identity: lacks yes → lacks no",
                        "conclusion: document-missing identity-document → document-missing power-of-attorney",
                        "citation: R4 → P1");
        assertThat(mistakes("term", "TM-01"))
                .contains("conclusion: 1 working day → 2 working days", "conclusion: 1 working day → 0 working days");
    }

    @Test
    void lengthOfATermAndTheDayThatCountsAreMistaken() {
        Term term = new Term(10, Term.Unit.CALENDAR_DAYS, Term.OnDayOff.NEXT_WORKING_DAY);
        DecisionTable table = table("term");
        Rule rule = table.rules().get(0);
        DecisionTable counted = new DecisionTable(
                table.id(),
                table.title(),
                table.hitPolicy(),
                table.forEach(),
                table.gives(),
                table.stage(),
                table.datedBy(),
                List.of(new Rule(
                        rule.id(), rule.inForce(), rule.conditions(), new Conclusion.OfTerm(term), rule.address())),
                table.address());
        assertThat(Mutants.of(RULESET, counted).stream()
                        .map(Mutant::change)
                        .filter(change -> change.contains("→ ") && change.contains("calendar days"))
                        .map(change -> change.substring(change.indexOf("→ ") + 2)))
                .containsExactly(
                        "11 calendar days, on a day off the next working day",
                        "9 calendar days, on a day off the next working day",
                        "10 calendar days, on a day off the previous working day");
    }

    @Test
    void eachMistakeIsTheOnlyOneInItsTable() {
        for (DecisionTable table : RULESET.tables()) {
            for (Mutant mutant : Mutants.of(RULESET, table)) {
                List<Rule> kept = table.rules().stream()
                        .filter(mutant.table().rules()::contains)
                        .toList();
                assertThat(kept).hasSize(table.rules().size() - 1);
                assertThat(mutant.table()).isNotEqualTo(table);
            }
        }
    }

    @Test
    void neighboursAreOneAwayAndNeverTheValueItself() {
        assertThat(Neighbours.of(true, new FieldType.YesNo(), Set.of(true))).containsExactly(false);
        assertThat(Neighbours.of(16L, new FieldType.Whole(), Set.of())).containsExactly(15L, 17L);
        assertThat(Neighbours.of(new BigDecimal("1.5"), new FieldType.Decimal(), Set.of()))
                .containsExactly(new BigDecimal("0.5"), new BigDecimal("2.5"));
        assertThat(Neighbours.of(LocalDate.of(2024, 3, 1), new FieldType.Date(), Set.of()))
                .containsExactly(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 2));
        assertThat(Neighbours.of("some text", new FieldType.Text(), Set.of())).isEmpty();
    }

    @Test
    void nextCodeBeginsAgainAtTheEndAndIsOneThatTheCellDoesNotHave() {
        List<String> codes = List.of("a", "b", "c");
        assertThat(Neighbours.next("a", codes, Set.of("a"))).containsExactly("b");
        assertThat(Neighbours.next("c", codes, Set.of("c", "a"))).containsExactly("b");
        assertThat(Neighbours.next("a", codes, Set.of("a", "b", "c"))).containsExactly("b");
        assertThat(Neighbours.next("a", List.of("a"), Set.of("a"))).isEmpty();
    }

    @Test
    void mistakeThatNoScenarioTouchesIsNotNoticedAndOneThatIsTouchedIs() {
        ScenarioRun run = ScenarioSheetFixture.granted(
                        "closed | x | base | formation | egov-portal | 2024-03-25T10:00:00+05:00 | | | | | | | | | | not-available | channel-not-open")
                .run();
        assertThat(run.failures()).isEmpty();
        List<String> unnoticed = MutationScore.of(run, ShippedPolicyFixture.POLICY, done -> {}).tables().stream()
                .flatMap(table -> table.unnoticed().stream())
                .map(mutant -> mutant.rule() + " " + mutant.cell() + ": " + mutant.change())
                .toList();
        assertThat(unnoticed)
                .contains("categories/CT-01 row: removed", "open-channels/CH-02 Until: 2024-03-24 → 2024-03-23")
                .doesNotContain(
                        "channel-not-open/CC-02 row: removed",
                        "channel-not-open/CC-02 From: 2024-03-25 → 2024-03-26",
                        "open-channels/CH-02 Until: 2024-03-24 → 2024-03-25",
                        "open-channels/CH-06 row: removed");
    }

    @Test
    void scenarioThatFailsNoticesNothing() {
        ScenarioRun run = new ScenarioSheetFixture("Scenario | Shows | a | b", " | | → outcome | → grounds").run();
        MutationScore score = MutationScore.of(run, ShippedPolicyFixture.POLICY, done -> {});
        AtomicInteger left = new AtomicInteger(10);
        MutationScore cut =
                MutationScore.of(run, ShippedPolicyFixture.POLICY, done -> {}, () -> left.getAndDecrement() <= 0);
        assertThat(cut.mutants()).isEqualTo(10);
        assertThat(cut.mutants() + cut.untried()).isEqualTo(score.mutants());
        assertThat(score.untried()).isZero();
        assertThat(score.noticed()).isZero();
        ScenarioRun failing = ScenarioSheetFixture.granted("wrong | x | base | | | | | special | | | | | | | | granted")
                .run();
        assertThat(failing.passed()).isEqualTo(1);
        MutationScore all = MutationScore.of(failing, ShippedPolicyFixture.POLICY, done -> {});
        assertThat(all.tables().stream()
                        .filter(table -> table.table().id().equals("form-and-certification"))
                        .flatMap(table -> table.unnoticed().stream())
                        .map(mutant -> mutant.rule().rule() + " " + mutant.cell()))
                .contains("FC-02 row");
    }
}
