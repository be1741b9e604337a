package kz.sheshim.bulk;

import static kz.sheshim.bulk.BulkFixture.CODEC;
import static kz.sheshim.bulk.BulkFixture.COMPILER;
import static kz.sheshim.bulk.BulkFixture.FILES;
import static kz.sheshim.bulk.BulkFixture.application;
import static kz.sheshim.bulk.BulkFixture.applications;
import static kz.sheshim.bulk.BulkFixture.by;
import static kz.sheshim.bulk.BulkFixture.policy;
import static kz.sheshim.bulk.BulkFixture.record;
import static kz.sheshim.bulk.BulkFixture.recorded;
import static kz.sheshim.bulk.BulkFixture.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.background.Callers;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.DecisionTooSlow;
import kz.sheshim.engine.RuleBaseFixture;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.StoredPolicies;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.Phrase;
import org.junit.jupiter.api.Test;

/** A decision that fails, in a run over many of them. */
class BulkFailuresTest {
    /** The policy of the files, which does something before each decision. */
    private static DecidingPolicy interfering(Runnable decision) throws Exception {
        Ruleset ruleset = COMPILER.reader().read(FILES);
        return DecidingPolicy.of(
                ruleset,
                RuleBaseFixture.before(new DroolsCompiler().compile(ruleset), decision),
                new JacksonParser(),
                null);
    }

    /** Fails once, at the hundredth decision. */
    private static Runnable failing(RuntimeException failure) {
        AtomicInteger decisions = new AtomicInteger();
        return () -> {
            if (decisions.incrementAndGet() == 100) {
                throw failure;
            }
        };
    }

    private static RulesConflict conflict() {
        return new RulesConflict(
                List.of(new RuleId("rates", "RT-1"), new RuleId("rates", "RT-2")),
                Phrase.of("they give {0} the values {1}", "$.rate", "[1281]"));
    }

    @Test
    void applicationWithoutAVerdictIsCountedByItsReasonAndTheOthersAreDecided() throws Exception {
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = interfering(failing(conflict()))) {
            Impact impact = new ImpactRun(record(applications(before)), CODEC, new Callers(), 2)
                    .between(before, after, BulkFixture.WHOLE, Selection.ALL, any -> {});
            assertThat(impact.counts())
                    .containsEntry("decided", 600L)
                    .containsEntry("changed", 0L)
                    .containsEntry("undecided", 1L)
                    .containsEntry(
                            "undecidedBecause", Map.of("the rules rates/RT-1, rates/RT-2 contradict each other", 1L))
                    .containsEntry(
                            "undecidedReasons",
                            List.of(Map.of(
                                    "reason",
                                    "the rules rates/RT-1, rates/RT-2 contradict each other",
                                    "reasonPhrase",
                                    List.of("the rules {0} contradict each other", "rates/RT-1, rates/RT-2"))));
        }
    }

    @Test
    void faultOfARuleFileIsToldWithoutItsMessage() throws Exception {
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = interfering(failing(new IllegalArgumentException("Aigul is not a number")))) {
            Impact impact = new ImpactRun(record(applications(before)), CODEC, new Callers(), 1)
                    .between(before, after, BulkFixture.WHOLE, Selection.ALL, any -> {});
            assertThat(impact.counts()).containsEntry("undecidedBecause", Map.of("IllegalArgumentException", 1L));
        }
    }

    /** As on a machine that has just started. */
    @Test
    void decisionThatIsTooSlowOnceIsMadeAgain() throws Exception {
        DecisionTooSlow once = new DecisionTooSlow(Duration.ofSeconds(10));
        try (DecidingPolicy policy = policy(FILES);
                DecidingPolicy slow = interfering(failing(once));
                DecidingPolicy slowToo = interfering(failing(once))) {
            Impact impact = new ImpactRun(record(applications(policy)), CODEC, new Callers(), 2)
                    .between(policy, slow, BulkFixture.WHOLE, Selection.ALL, any -> {});
            assertThat(impact.decided()).isEqualTo(600);
            assertThat(impact.undecided()).isZero();
            BulkReplay.Report report = replay(record(applications(policy)), by(slowToo), 2);
            assertThat(report.replayed()).isEqualTo(600);
            assertThat(report.mismatches()).isEmpty();
        }
    }

    @Test
    void decisionThatGetsNoVerdictAnyMoreIsAMismatch() throws Exception {
        try (DecidingPolicy policy = policy(FILES);
                DecidingPolicy conflicting = interfering(failing(conflict()))) {
            BulkReplay.Report report = replay(record(applications(policy)), by(conflicting), 2);
            assertThat(report.replayed()).isEqualTo(600);
            assertThat(report.mismatches()).singleElement().satisfies(mismatch -> {
                assertThat(mismatch.what()).hasToString("there is no verdict any more");
                assertThat(mismatch.reason()).hasToString("the rules rates/RT-1, rates/RT-2 contradict each other");
            });
        }
    }

    @Test
    void decisionsOfARevisionThatCannotBeUsedAreMismatches() throws Exception {
        List<PolicyFile> higher = new EditedPolicyFixture(FILES)
                .set("allowance.xlsx", "Income limits", "E12", "640.8")
                .files();
        try (DecidingPolicy policy = policy(FILES);
                DecidingPolicy other = policy(higher)) {
            Map<Revision, List<PolicyFile>> stored =
                    Map.of(policy.revision(), FILES, other.revision(), FILES); // somebody has altered the second one
            List<Recorded> all = List.of(
                    recorded(1, application(12_810), policy),
                    recorded(2, application(12_811), other),
                    recorded(3, application(12_812), policy));
            BulkReplay.Report report = replay(
                    record(all),
                    new StoredPolicies(revision -> Optional.ofNullable(stored.get(revision)), COMPILER, 1),
                    2);
            assertThat(report.replayed()).isEqualTo(3);
            assertThat(report.mismatches())
                    .extracting(mismatch -> mismatch.entry() + ": " + mismatch.why())
                    .containsExactly("2: there is no verdict any more: the files of the policy cannot be used");
        }
    }

    @Test
    void nobodyDecidesAnyMoreWhenARunHasEnded() throws Exception {
        AtomicInteger deciding = new AtomicInteger();
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = interfering(() -> {
                    deciding.incrementAndGet();
                    try {
                        Thread.sleep(1);
                    } catch (InterruptedException deaf) {
                        Thread.currentThread().interrupt();
                        long until = System.nanoTime() + 200_000_000;
                        while (System.nanoTime() < until) {
                            Thread.onSpinWait();
                        }
                    }
                    deciding.decrementAndGet();
                })) {
            ImpactRun run = new ImpactRun(record(applications(before)), CODEC, new Callers(), 2);
            assertThatThrownBy(() -> run.between(before, after, BulkFixture.WHOLE, Selection.ALL, any -> {
                        throw new IllegalStateException("nobody listens");
                    }))
                    .hasMessage("nobody listens");
            assertThat(deciding.get()).isZero();
        }
    }

    @Test
    void failureInAnotherThreadIsTheFailureOfTheRun() throws Exception {
        try (DecidingPolicy before = policy(FILES);
                DecidingPolicy after = interfering(() -> {
                    throw new StackOverflowError();
                })) {
            ImpactRun run = new ImpactRun(record(applications(before)), CODEC, new Callers(), 2);
            assertThatThrownBy(() -> run.between(before, after, BulkFixture.WHOLE, Selection.ALL, any -> {}))
                    .isInstanceOf(StackOverflowError.class);
        }
    }
}
