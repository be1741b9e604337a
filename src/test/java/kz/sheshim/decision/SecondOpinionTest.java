package kz.sheshim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.decision.SecondOpinionFixture.Remembered;
import kz.sheshim.engine.Deadline;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RuleBaseFixture;
import kz.sheshim.facts.Facts;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.LoadedRulesetFixture;
import kz.sheshim.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** A sample of decisions is made again by a plain reading of the rows, and every difference is an alarm that names table and rule. */
class SecondOpinionTest {
    private static final Facts FACTS = ApplicationsFixture.facts(new ApplicationFixture().body());
    private static final RuleBase RULES = RuleBaseFixture.with(ShippedPolicyFixture.RULE_BASE, session -> session);

    private final Remembered alarm = new Remembered();
    private final List<Runnable> later = new ArrayList<>();

    private static LoadedRuleset loaded(RuleBase rules) {
        return LoadedRulesetFixture.of(ShippedPolicyFixture.deciding(rules));
    }

    private void ask(double share, double drawn, LoadedRuleset loaded) {
        DecidingPolicy policy = loaded.policy();
        new SecondOpinion(share, () -> drawn, later::add, alarm).ask(loaded, FACTS, policy.decide(FACTS));
        later.forEach(Runnable::run);
    }

    @Test
    void sameVerdictIsCounted() {
        ask(0.01, 0.005, loaded(RULES));
        assertThat(alarm.agreed).isEqualTo(1);
        assertThat(alarm.differences).isEmpty();
    }

    @Test
    void decisionOutsideTheSampleIsNotMadeAgain() {
        ask(0.01, 0.01, loaded(RULES));
        ask(0, 0, loaded(RULES));
        assertThat(later).isEmpty();
    }

    @Test
    void rowThatTheCompiledRulesMissIsNamed() {
        ask(1, 0.999, loaded(RuleBaseFixture.without(RULES, table -> table.id().equals("term"))));
        ask(1, 0.999, loaded(RuleBaseFixture.without(RULES, table -> table.id()
                .equals("defects-of-identity-documents"))));
        assertThat(alarm.differences).isNotEmpty().last().satisfies(differences -> assertThat(differences)
                .contains(
                        "rule defects-of-identity-documents/DI-03 for instance 0: compiled FALSE, read TRUE",
                        "outcome"));
    }

    @Test
    void verdictThatIsAnotherOneThoughTheRulesAgreeIsADifference() {
        LoadedRuleset loaded = loaded(RULES);
        Verdict verdict = loaded.policy().decide(FACTS);
        Verdict other = new Verdict(
                "granted",
                verdict.filedOn(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                verdict.matched());
        new SecondOpinion(1, () -> 0, Runnable::run, alarm).ask(loaded, FACTS, other);
        assertThat(alarm.differences).hasSize(1);
        assertThat(alarm.differences.get(0)).contains("outcome");
    }

    @Test
    void revisionStaysOpenUntilTheOpinionIsGiven() {
        List<String> closed = new ArrayList<>();
        LoadedRuleset loaded = loaded(new RuleBase() {
            @Override
            public Session open(Facts facts, Deadline deadline) {
                assertThat(closed).isEmpty();
                return ShippedPolicyFixture.RULE_BASE.open(facts, deadline);
            }

            @Override
            public void close() {
                closed.add("closed");
            }
        });
        new SecondOpinion(1, () -> 0, later::add, alarm)
                .ask(loaded, FACTS, loaded.policy().decide(FACTS));
        LoadedRulesetFixture.retire(loaded);
        assertThat(closed).isEmpty();
        later.forEach(Runnable::run);
        assertThat(alarm.agreed).isEqualTo(1);
        assertThat(closed).containsExactly("closed");
    }

    @Test
    void opinionThatFindsNoRoomIsSkipped() {
        LoadedRuleset loaded = loaded(RULES);
        new SecondOpinion(
                        1,
                        () -> 0,
                        work -> {
                            throw new RejectedExecutionException();
                        },
                        alarm)
                .ask(loaded, FACTS, loaded.policy().decide(FACTS));
        assertThat(alarm.skipped).isEqualTo(1);
    }
}
