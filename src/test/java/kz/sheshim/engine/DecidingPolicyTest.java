package kz.sheshim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Truth;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.table.RuleId;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;

class DecidingPolicyTest {
    private static final byte[] APPLICATION = new ApplicationFixture().body();
    private static final Facts FACTS = ApplicationsFixture.facts(APPLICATION);

    /** How often the time was asked for. */
    private final AtomicInteger asked = new AtomicInteger();

    /** On a clock that goes on by a second each time that it is asked. */
    private DecidingPolicy within(Duration max) {
        return DecidingPolicy.of(
                ShippedPolicyFixture.RULESET,
                ShippedPolicyFixture.RULE_BASE,
                new JacksonParser(),
                new TimeLimit(max, () -> asked.incrementAndGet() * 1_000_000_000L));
    }

    @Test
    void filesAloneMakeOneThatReadsDecidesAndExplains() throws FaultyRuleset {
        try (DecidingPolicy policy =
                PolicyTools.compiler(Limits.USUAL, null).compile(new FolderPolicySource(Path.of("")).files())) {
            Facts facts = policy.read(APPLICATION).facts();
            Verdict verdict = policy.decide(facts);
            assertThat(verdict).isEqualTo(ShippedPolicyFixture.POLICY.decide(FACTS));
            assertThat(policy.explain(facts).verdict()).contains(verdict);
            assertThat(policy.revision()).isEqualTo(ShippedPolicyFixture.RULESET.revision());
        }
    }

    @Test
    void closedPolicyDecidesNothing() throws FaultyRuleset {
        DecidingPolicy policy =
                PolicyTools.compiler(Limits.USUAL, null).compile(new FolderPolicySource(Path.of("")).files());
        policy.close();
        policy.close();
        assertThatThrownBy(() -> policy.decide(FACTS)).hasMessage("the policy is closed");
    }

    @Test
    void everyFaultOfAnApplicationIsRead() {
        DecidingPolicy.Reading reading = ShippedPolicyFixture.POLICY.read(new ApplicationFixture()
                .set("applicant.status", "none")
                .set("checks.x", true)
                .body());
        assertThat(reading.wellFormed()).isTrue();
        assertThat(reading.faults()).extracting(fault -> fault.path()).contains("$.applicant.status", "$.checks.x");
        assertThat(ShippedPolicyFixture.POLICY
                        .read("{".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .wellFormed())
                .isFalse();
    }

    @Test
    void traceHasTheTruthOfEveryCell() {
        Trace trace = ShippedPolicyFixture.POLICY.explain(FACTS);
        List<RuleId> matched = trace.verdict().orElseThrow().matched().stream()
                .map(MatchedRule::rule)
                .toList();
        assertThat(trace.tables()).hasSizeGreaterThan(10);
        assertThat(trace.tables().stream()
                        .flatMap(table -> table.rules().stream())
                        .filter(rule -> rule.truth() == Truth.TRUE)
                        .map(rule -> rule.rule().id())
                        .distinct())
                .containsAll(matched);
        assertThat(trace.tables())
                .allSatisfy(table -> assertThat(table.rules()).allSatisfy(rule -> assertThat(rule.cells())
                        .hasSameSizeAs(rule.rule().conditions())));
    }

    /** A period is written in two cells, and each says what it says: the rule has begun, and it has ended. */
    @Test
    void traceTellsWhichEndOfAPeriodRulesARowOut() {
        List<Trace.TracedRule> rules = ShippedPolicyFixture.POLICY.explain(FACTS).tables().stream()
                .flatMap(table -> table.rules().stream())
                .filter(rule -> rule.rule().inForce().until() != null)
                .toList();
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.begun()).isEqualTo(Truth.TRUE);
            assertThat(rule.notEnded()).isEqualTo(Truth.FALSE);
            assertThat(rule.inForce()).isEqualTo(Truth.FALSE);
        });
    }

    @Test
    void verdictFoundInTimeIsTheSame() {
        assertThat(within(Duration.ofHours(1)).decide(FACTS)).isEqualTo(ShippedPolicyFixture.POLICY.decide(FACTS));
        assertThat(asked).as("tables and derivations").hasValueGreaterThan(10);
    }

    @Test
    void decisionThatTakesTooLongIsGivenUpBeforeTheNextTable() {
        DecidingPolicy policy = within(Duration.ofSeconds(5));
        assertThatExceptionOfType(DecisionTooSlow.class)
                .isThrownBy(() -> policy.decide(FACTS))
                .withMessage("no verdict within 5000 milliseconds");
        assertThat(asked).as("at the start, five times in time, once too late").hasValue(7);
    }

    @Test
    void decisionThatWasGivenUpChangesNoLaterVerdict() {
        DecidingPolicy policy = within(Duration.ofSeconds(5));
        Verdict before = ShippedPolicyFixture.POLICY.decide(FACTS);
        for (int i = 0; i < 20; i++) {
            assertThatExceptionOfType(DecisionTooSlow.class).isThrownBy(() -> policy.decide(FACTS));
        }
        assertThat(ShippedPolicyFixture.POLICY.decide(FACTS)).isEqualTo(before);
    }

    /** A sign that the rules decide: rows whose rule does not fire do not count, whatever the index proposes. */
    @Test
    void rowWhoseRuleDoesNotFireDoesNotCountAndTheSecondOpinionNotices() {
        DecidingPolicy policy = ShippedPolicyFixture.deciding(RuleBaseFixture.without(
                ShippedPolicyFixture.RULE_BASE, table -> table.id().equals("defects-of-identity-documents")));
        assertThat(ShippedPolicyFixture.POLICY.decide(FACTS).outcome()).isEqualTo("acceptance-refused");
        assertThat(policy.decide(FACTS).outcome()).isEqualTo("granted");
        assertThat(policy.compare(FACTS).verdict()).isEqualTo(ShippedPolicyFixture.POLICY.decide(FACTS));
        assertThat(policy.compare(FACTS).disagreements())
                .contains(new Disagreement(
                        new RuleId("defects-of-identity-documents", "DI-03"), 0, Truth.FALSE, Truth.TRUE));
    }
}
