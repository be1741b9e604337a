package kz.sheshim.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.table.Citation;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.Condition;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.HitPolicy;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;
import kz.sheshim.table.RuleId;
import kz.sheshim.table.Term;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Derivation;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Vocabulary;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.SheetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables are examined stage by stage, facts when somebody needs them, and what reads the verdict at the end. */
class PlanTest {
    private static final Label LABEL = Label.same("x");

    /** Fields that applications say, and one that rules/*.drl derive from another. */
    private static Vocabulary vocabulary() {
        List<Entity> entities = new ArrayList<>(List.of(new Entity("checks", "Checks", false, true, LABEL)));
        entities.addAll(VerdictFields.entities());
        List<Field> fields = new ArrayList<>();
        Stream.of("said", "other").forEach(name -> fields.add(field(name, false, List.of())));
        Stream.of("given", "next").forEach(name -> fields.add(field(name, true, List.of())));
        fields.add(field("derived", true, List.of(path("checks.given"))));
        fields.addAll(VerdictFields.fields(List.of("granted", "denied"), List.of("bad"), List.of("deny")));
        return new Vocabulary(entities, fields, List.of());
    }

    private static Field field(String name, boolean derived, List<FieldPath> from) {
        return new Field(
                path("checks." + name),
                new FieldType.YesNo(),
                new IfAbsent.Means(false),
                derived,
                from.isEmpty() ? null : new Derivation.ByRules(from),
                LABEL,
                false,
                false);
    }

    private static FieldPath path(String text) {
        return FieldPath.parse(text).orElseThrow();
    }

    private static DecisionTable table(String id, Integer stage, Conclusion conclusion, String... reads) {
        List<FieldCondition> conditions = Stream.of(reads)
                .map(read -> new FieldCondition(
                        path(read), FieldCondition.Scope.ONCE, new Condition.OneOf(Set.of((Object) true))))
                .toList();
        SheetAddress address = new SheetAddress("t.xlsx", id);
        Rule rule = new Rule(
                new RuleId(id, "1"),
                new Period(null, null),
                conditions,
                conclusion,
                new CellAddress("t.xlsx", id, 8, 0));
        ConclusionKind gives = conclusion instanceof Conclusion.OfFact
                ? ConclusionKind.FACT
                : conclusion instanceof Conclusion.OfGround
                        ? ConclusionKind.GROUND
                        : conclusion instanceof Conclusion.OfTerm
                                ? ConclusionKind.TERM
                                : conclusion instanceof Conclusion.OfNotice
                                        ? ConclusionKind.NOTICE
                                        : ConclusionKind.ACTION;
        return new DecisionTable(
                id, id, HitPolicy.COLLECT, null, gives, stage, path("checks.said"), List.of(rule), address);
    }

    private static Conclusion ground() {
        return new Conclusion.OfGround("bad", null, new Citation("R1", null, Citation.Status.VERIFIED));
    }

    private static Conclusion gives(String field) {
        return new Conclusion.OfFact(path(field), true);
    }

    private static Conclusion notice() {
        return new Conclusion.OfNotice("help", null);
    }

    private static List<String> order(Plan plan) {
        return plan.verdictTables().stream().map(DecisionTable::id).toList();
    }

    @Test
    void tablesComeByStageAsANumberThenById() throws Plan.Cycle {
        Plan plan = new Plan(
                vocabulary(),
                List.of(
                        table("d", null, ground(), "checks.said"),
                        table("c", 10, ground(), "checks.said"),
                        table("b", 9, ground(), "checks.said"),
                        table("a", null, ground(), "checks.said"),
                        table("e", -1, ground(), "checks.said"),
                        table("f", 9, notice(), "checks.said")));
        assertThat(order(plan)).containsExactly("e", "b", "f", "c", "a", "d");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 2_000_000})
    void tableWithoutStageComesBehindEveryStage(int stage) throws Plan.Cycle {
        DecisionTable staged = table("z", stage, ground(), "checks.said");
        DecisionTable unstaged = table("a", null, ground(), "checks.said");
        Plan plan = new Plan(vocabulary(), List.of(unstaged, staged));
        assertThat(order(plan)).containsExactly("z", "a");
        assertThat(plan.stage(staged)).isEqualTo(stage);
        assertThat(plan.stage(unstaged)).isEqualTo(stage + 1);
    }

    @Test
    void tablesThatReadTheVerdictAndTheTermComeLast() throws Plan.Cycle {
        DecisionTable reader = table("a", null, notice(), "verdict.outcome");
        DecisionTable ofGrounds = table("b", null, new Conclusion.OfAction("do"), "grounds.code");
        DecisionTable term = table("c", null, new Conclusion.OfTerm(Term.ofWorkingDays(1)), "checks.said");
        DecisionTable calendar = table("d", null, notice(), "verdict.calendarEnds");
        DecisionTable before = table("z", null, ground(), "checks.said");
        Plan plan = new Plan(vocabulary(), List.of(reader, ofGrounds, term, calendar, before));
        assertThat(order(plan)).first().isEqualTo("z");
        assertThat(plan.phase(before)).isEqualTo(Plan.Phase.STAGES);
        assertThat(plan.phase(term)).isEqualTo(Plan.Phase.OUTCOME);
        assertThat(List.of(reader, ofGrounds, calendar)).extracting(plan::phase).containsOnly(Plan.Phase.TERM);
    }

    @Test
    void tableThatReadsTheVerdictThroughAFactComesAfterTheOutcomeToo() throws Plan.Cycle {
        DecisionTable fact = table("fact", null, gives("checks.given"), "verdict.outcome");
        DecisionTable reader = table("a", null, notice(), "checks.derived");
        Plan plan = new Plan(vocabulary(), List.of(fact, reader, table("z", null, ground(), "checks.said")));
        assertThat(order(plan)).containsExactly("z", "a");
        assertThat(plan.phase(reader)).isEqualTo(Plan.Phase.TERM);
    }

    @Test
    void tablesThatGiveFactsAreNotExaminedByThemselves() throws Plan.Cycle {
        DecisionTable fact = table("fact", null, gives("checks.given"), "checks.said");
        DecisionTable ground = table("ground", null, ground(), "checks.derived");
        Plan plan = new Plan(vocabulary(), List.of(fact, ground));
        assertThat(order(plan)).containsExactly("ground");
        assertThat(plan.needs(new Plan.Step.Evaluate(ground)))
                .extracting(Plan.Step::toString)
                .containsExactly("field checks.derived");
        assertThat(plan.needs(plan.givers(path("checks.derived")).get(0)))
                .containsExactly(new Plan.Step.Evaluate(fact));
        assertThat(plan.givers(path("checks.said"))).isEmpty();
    }

    @Test
    void factsThatNeedEachOtherAreACycle() {
        Plan.Cycle cycle = catchThrowableOfType(
                Plan.Cycle.class,
                () -> new Plan(
                        vocabulary(),
                        List.of(
                                table("one", null, gives("checks.given"), "checks.next"),
                                table("two", null, gives("checks.next"), "checks.derived"))));
        assertThat(cycle.steps())
                .extracting(Plan.Step::toString)
                .hasSize(4)
                .contains("table one", "table two", "field checks.derived");
        assertThat(cycle.steps().get(0)).isEqualTo(cycle.steps().get(3));
    }

    @Test
    void groundThatHangsOnTheOutcomeIsACycle() {
        assertThat(catchThrowableOfType(
                        Plan.Cycle.class,
                        () -> new Plan(
                                vocabulary(),
                                List.of(
                                        table("fact", null, gives("checks.given"), "verdict.outcome"),
                                        table("ground", null, ground(), "checks.given")))))
                .isNotNull();
    }

    @Test
    void termThatHangsOnTheEndOfTheCalendarIsACycle() {
        assertThat(catchThrowableOfType(
                        Plan.Cycle.class,
                        () -> new Plan(
                                vocabulary(),
                                List.of(table(
                                        "term",
                                        null,
                                        new Conclusion.OfTerm(Term.ofWorkingDays(1)),
                                        "verdict.calendarEnds")))))
                .isNotNull();
    }

    // The shipped policy.

    private static ApplicationFixture good() {
        return new ApplicationFixture().set("documents.0.translation", "notarised");
    }

    private static Verdict verdict(DecidingPolicy policy, ApplicationFixture application) {
        return policy.decide(application.facts(policy.ruleset().vocabulary()));
    }

    @Test
    void shippedPolicyExaminesChannelThenPersonThenTheRestThenWhatReadsTheVerdict() {
        Plan plan = Plan.of(ShippedPolicyFixture.RULESET);
        List<String> before = plan.verdictTables().stream()
                .filter(table -> plan.phase(table) == Plan.Phase.STAGES)
                .map(DecisionTable::id)
                .toList();
        assertThat(before)
                .startsWith("channel-not-open", "open-channel-notice", "not-covered", "not-covered-help")
                .contains("grounds-of-denial")
                .doesNotContain("term", "actions");
        assertThat(order(plan)).startsWith(before.toArray(new String[0])).contains("term", "actions");
    }

    @Test
    void stage999OfOneTableLeavesTheTablesBehindItExamined() {
        DecidingPolicy policy = new EditedPolicyFixture()
                .set("persons.xlsx", "Filer not allowed", "A6", "Stage")
                .set("persons.xlsx", "Filer not allowed", "B6", "999")
                .policy();
        Verdict denied = verdict(policy, good().set("checks.dataAccurate", false));
        assertThat(denied.outcome()).isEqualTo("denied");
        assertThat(denied.grounds()).extracting(Ground::code).containsExactly("documents-not-authentic");
        assertThat(verdict(policy, good()).outcome()).isEqualTo("granted");

        Verdict sole =
                verdict(policy, good().set("checks.dataAccurate", false).set("application.filedBy", "representative"));
        assertThat(sole.grounds()).extracting(Ground::code).containsExactly("filer-not-allowed");
    }

    @Test
    void groundOfAStageEndsTheExaminationWithIt() {
        DecidingPolicy policy = ShippedPolicyFixture.POLICY;
        Verdict closed = verdict(
                policy,
                good().set("application.channel", "egov-portal")
                        .set("applicant.status", "asylum-seeker")
                        .set("checks.dataAccurate", false));
        assertThat(closed.grounds()).extracting(Ground::code).containsExactly("channel-not-open");
        assertThat(closed.notices())
                .as("of the same stage")
                .anyMatch(notice -> notice.code().equals("open-channel"))
                .noneMatch(notice -> notice.code().equals("refugee-status-first"));
    }

    private static List<String> evaluated(ApplicationFixture application) {
        return ShippedPolicyFixture.POLICY.explain(ApplicationsFixture.facts(application.body())).tables().stream()
                .map(table -> table.table().id())
                .toList();
    }

    @Test
    void tablesBehindAnEndedSearchForGroundsAreNotEvaluated() {
        assertThat(evaluated(good().set("application.channel", "egov-portal")))
                .contains("open-channels", "channel-not-open")
                .doesNotContain("covered-persons", "not-covered", "who-may-file", "grounds-of-denial");
        assertThat(evaluated(good()))
                .containsSubsequence("open-channels", "channel-not-open", "covered-persons", "not-covered")
                .containsSubsequence("grounds-of-denial", "term", "actions")
                .containsSubsequence("identity-documents", "valid-identity-documents", "defects-of-identity-documents")
                .doesNotHaveDuplicates();
    }
}
