package kz.sheshim.publication;

import static kz.sheshim.publication.PolicyInMemoryFixture.FAULTY;
import static kz.sheshim.publication.PolicyInMemoryFixture.files;
import static kz.sheshim.publication.PolicyInMemoryFixture.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.engine.RuleCompiler;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rulesets come and go while decisions run: each decision has one ruleset from its start to its end, and none stays in memory that nobody can ask. */
class RulesetsTest {
    private static final String OUTCOME = "acceptance-refused";

    private final PolicyInMemoryFixture.Source source = new PolicyInMemoryFixture.Source("first");
    private final PolicyInMemoryFixture.Store store = new PolicyInMemoryFixture.Store();
    private final PolicyInMemoryFixture.Compiler compiler = new PolicyInMemoryFixture.Compiler();

    private Rulesets rulesets(boolean stopOnFault, int maxEarlier) {
        return new Rulesets(source, compiler.policies(), store, stopOnFault, maxEarlier, TelemetryFixture.NONE);
    }

    private Rulesets loaded(boolean stopOnFault) throws FaultyRuleset {
        Rulesets rulesets = rulesets(stopOnFault, 1);
        rulesets.load();
        return rulesets;
    }

    private static String decide(LoadedRuleset loaded) {
        return loaded.policy()
                .decide(new ApplicationFixture().facts(loaded.ruleset().vocabulary()))
                .outcome();
    }

    private static List<String> codes(RulesetUnusable refusal) {
        return refusal.findings().stream()
                .map(Finding::defect)
                .map(defect -> defect.code())
                .toList();
    }

    @Test
    void nothingCanBeDecidedBeforeAnythingIsLoaded() {
        assertThatThrownBy(() -> rulesets(false, 1).inForce()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void changedFilesDoNotCountUntilTheyAreTakenUp() throws FaultyRuleset {
        Rulesets rulesets = loaded(false);
        source.put("second");
        assertThat(rulesets.inForce().revision()).isEqualTo(revision(files("first")));
    }

    @Test
    void changedFilesCountWhenTheyAreTakenUp() throws FaultyRuleset {
        Rulesets rulesets = loaded(true);
        source.put("second");
        rulesets.takeUp();
        assertThat(rulesets.inForce().revision()).isEqualTo(revision(files("second")));
        assertThat(compiler.open())
                .extracting(compiled -> compiled.revision)
                .containsExactly(revision(files("second")));
    }

    @Test
    @Timeout(180)
    void decisionThatRunsDuringASwapFinishesAndOnlyThenTheOldRuleBaseIsClosed() throws FaultyRuleset {
        Rulesets rulesets = loaded(false);
        PolicyInMemoryFixture.Compiled old = compiler.made.get(0);
        source.put("second");

        String outcome = rulesets.withCurrent(loaded -> {
            CompletableFuture.runAsync(() -> load(rulesets)).join();
            assertThat(rulesets.inForce().revision()).isEqualTo(revision(files("second")));
            assertThat(old.closed).isFalse();
            return decide(loaded);
        });

        assertThat(outcome).isEqualTo(OUTCOME);
        assertThat(old.closed).isTrue();
        assertThat(rulesets.<String>withCurrent(RulesetsTest::decide)).isEqualTo(OUTCOME);
        assertThat(compiler.open()).containsExactly(compiler.made.get(1));
    }

    private static void load(Rulesets rulesets) {
        try {
            rulesets.load();
        } catch (FaultyRuleset e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void decisionThatFailsGivesItsRuleBaseBack() throws FaultyRuleset {
        Rulesets rulesets = loaded(false);
        assertThatThrownBy(() -> rulesets.withCurrent(loaded -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        source.put("second");
        rulesets.load();
        assertThat(compiler.made.get(0).closed).isTrue();
    }

    @Test
    @Timeout(600)
    void nobodyFailsWhileTheFilesChangeAgainAndAgainAndOnlyTheLastRuleBaseStaysOpen() throws Exception {
        Rulesets rulesets = loaded(true);
        int threads = 8;
        int changes = 20;
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Integer>> deciders = IntStream.range(0, threads)
                .mapToObj(thread -> pool.submit(() -> {
                    int decisions = 0;
                    do {
                        assertThat(rulesets.<String>withCurrent(RulesetsTest::decide))
                                .isEqualTo(OUTCOME);
                        decisions++;
                        begun.countDown();
                        Thread.sleep(1);
                    } while (!done.get());
                    return decisions;
                }))
                .toList();
        try {
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            for (int change = 1; change <= changes; change++) {
                String version = "change " + change;
                source.put(version);
                rulesets.takeUp();
                assertThat(rulesets.inForce().revision()).isEqualTo(revision(files(version)));
            }
        } finally {
            done.set(true);
            pool.shutdown();
        }
        for (Future<Integer> decider : deciders) {
            assertThat(decider.get(60, TimeUnit.SECONDS)).isPositive();
        }
        assertThat(source.reads).as("each change is read once").hasValue(1 + changes);
        assertThat(compiler.made).hasSize(1 + changes);
        assertThat(compiler.open()).containsExactly(compiler.made.get(changes));
        rulesets.close();
        assertThat(compiler.open()).isEmpty();
    }

    @Test
    void faultyChangeIsRefusedWithItsFindingsAndReadOnlyOnce() throws FaultyRuleset {
        Rulesets rulesets = loaded(true);
        List<PolicyFile> files = new ArrayList<>(files("second"));
        files.add(new PolicyFile("rules/readme.xlsx", new byte[0]));
        source.put("faulty", files);
        rulesets.takeUp();

        for (int i = 0; i < 3; i++) {
            assertThat(rulesets.refused()).isPresent();
            RulesetUnusable refusal = catchThrowableOfType(RulesetUnusable.class, rulesets::inForce);
            assertThat(codes(refusal)).containsExactly("misplaced-file");
        }
        assertThat(source.reads).as("the first files and the faulty ones").hasValue(2);
    }

    @Test
    void changeThatDoesNotCompileIsRefusedTooAndTheNextGoodOneIsTaken() throws FaultyRuleset {
        Rulesets rulesets = loaded(true);
        source.put(FAULTY);
        rulesets.takeUp();
        assertThat(codes(catchThrowableOfType(RulesetUnusable.class, rulesets::inForce)))
                .containsExactly("faulty-rule-file");
        assertThat(compiler.open()).as("the one before").hasSize(1);

        source.put("third");
        rulesets.takeUp();
        assertThat(rulesets.inForce().revision()).isEqualTo(revision(files("third")));
        assertThat(compiler.open()).containsExactly(compiler.made.get(1));
    }

    @Test
    void faultyChangeThatIsTakenBackLeavesTheRulesetInForce() throws FaultyRuleset {
        Rulesets rulesets = loaded(true);
        source.put(FAULTY);
        rulesets.takeUp();
        assertThatExceptionOfType(RulesetUnusable.class).isThrownBy(rulesets::inForce);
        source.put("first");
        rulesets.takeUp();
        assertThat(rulesets.inForce().revision()).isEqualTo(revision(files("first")));
        assertThat(compiler.made).as("compiled once").hasSize(1);
    }

    @Test
    void secondFaultyChangeIsReadAgain() throws FaultyRuleset {
        Rulesets rulesets = loaded(true);
        source.put(FAULTY);
        rulesets.takeUp();
        assertThatExceptionOfType(RulesetUnusable.class).isThrownBy(rulesets::inForce);
        source.put(FAULTY + " still");
        rulesets.takeUp();
        assertThatExceptionOfType(RulesetUnusable.class).isThrownBy(rulesets::inForce);
        assertThat(source.reads).hasValue(3);
    }

    @Test
    void folderThatCannotBeReadIsRefusedUntilItCan() throws FaultyRuleset {
        Rulesets rulesets = loaded(true);
        source.fail("gone", new UncheckedIOException("there is no folder", new IOException()));
        rulesets.takeUp();
        assertThat(codes(catchThrowableOfType(RulesetUnusable.class, rulesets::inForce)))
                .containsExactly("unreadable-file");
        source.put("back", files("first"));
        rulesets.takeUp();
        assertThat(rulesets.inForce().revision()).isEqualTo(revision(files("first")));
    }

    @Test
    void lastGoodRulesetDecidesWhileChangedFilesCannotBeUsed() throws FaultyRuleset {
        Rulesets rulesets = loaded(false);
        source.put(FAULTY);
        assertThat(rulesets.takeUp()).isTrue();
        assertThat(codes(rulesets.refused().orElseThrow())).containsExactly("faulty-rule-file");
        assertThat(rulesets.<String>withCurrent(RulesetsTest::decide)).isEqualTo(OUTCOME);
        source.put("second");
        rulesets.takeUp();
        assertThat(rulesets.refused()).isEmpty();
        assertThat(rulesets.inForce().revision()).isEqualTo(revision(files("second")));
    }

    @Test
    void decisionsDoNotWaitForACompile() throws Exception {
        CountDownLatch compiling = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        RuleCompiler slow = compiler.pausing(compiling, mayEnd);
        Rulesets rulesets = new Rulesets(
                source,
                new PolicyCompiler(PolicyInMemoryFixture.READER, slow, new JacksonParser(), null),
                store,
                false,
                1,
                TelemetryFixture.NONE);
        rulesets.load();
        Revision earlier = store.holds("earlier");
        source.put("second");
        CompletableFuture<Boolean> swap = CompletableFuture.supplyAsync(rulesets::takeUp);
        compiling.await();
        assertThat(rulesets.<String>withCurrent(RulesetsTest::decide)).isEqualTo(OUTCOME);
        assertThat(rulesets.of(earlier).revision()).isEqualTo(earlier);
        assertThat(rulesets.inForce().revision()).isEqualTo(revision(files("first")));
        mayEnd.countDown();
        assertThat(swap.join()).isTrue();
        assertThat(rulesets.inForce().revision()).isEqualTo(revision(files("second")));
    }

    @Test
    void touchedFilesAreNotCompiledAgain() throws FaultyRuleset {
        Rulesets rulesets = loaded(false);
        source.put("touched", files("first"));
        assertThat(rulesets.takeUp()).isTrue();
        assertThat(compiler.made).hasSize(1);
    }

    @Test
    void loadOfFaultyFilesLeavesTheRulesetInForce() throws FaultyRuleset {
        Rulesets rulesets = loaded(false);
        source.put(FAULTY);
        assertThatExceptionOfType(FaultyRuleset.class).isThrownBy(rulesets::load);
        assertThat(rulesets.<String>withCurrent(RulesetsTest::decide)).isEqualTo(OUTCOME);
    }

    @Test
    void revisionInForceIsTakenFromMemory() throws FaultyRuleset {
        Rulesets rulesets = loaded(false);
        Revision inForce = rulesets.inForce().revision();
        assertThat(rulesets.of(inForce)).isSameAs(rulesets.inForce());
        assertThat(compiler.made).hasSize(1);
    }

    @Test
    void earlierRulesetsAreCompiledOnlyWhenTheyDecide() throws FaultyRuleset {
        Revision earlier = store.holds("earlier");
        Rulesets rulesets = loaded(false);

        assertThat(rulesets.of(earlier).revision()).isEqualTo(earlier);
        assertThat(compiler.made).as("texts alone").hasSize(1);
        assertThat(rulesets.<String>with(earlier, RulesetsTest::decide)).isEqualTo(OUTCOME);
        assertThat(rulesets.<String>with(earlier, RulesetsTest::decide)).isEqualTo(OUTCOME);
        assertThat(compiler.made).hasSize(2);
        assertThat(compiler.made.get(1).revision).isEqualTo(earlier);
    }

    @Test
    void earlierRulesetThatNoLongerCompilesStillHasItsTexts() {
        Revision earlier = store.holds(FAULTY);
        Rulesets rulesets = rulesets(false, 1);
        assertThat(rulesets.of(earlier).revision()).isEqualTo(earlier);
        assertThatExceptionOfType(RulesetUnusable.class).isThrownBy(() -> rulesets.with(earlier, RulesetsTest::decide));
    }

    @Test
    void leastRecentlyUsedOfTheEarlierRulesetsIsGivenUp() {
        Revision a = store.holds("a");
        Revision b = store.holds("b");
        Revision c = store.holds("c");
        Rulesets rulesets = rulesets(false, 2);

        rulesets.with(a, RulesetsTest::decide);
        rulesets.with(b, RulesetsTest::decide);
        rulesets.with(a, RulesetsTest::decide);
        rulesets.with(c, RulesetsTest::decide);
        assertThat(compiler.open()).extracting(compiled -> compiled.revision).containsExactly(a, c);

        rulesets.with(b, RulesetsTest::decide);
        assertThat(compiler.open()).extracting(compiled -> compiled.revision).containsExactly(c, b);
        assertThat(compiler.made).hasSize(4);
    }

    @Test
    void earlierRulesetThatIsGivenUpWhileItDecidesIsClosedAfterwards() {
        Revision a = store.holds("a");
        Revision b = store.holds("b");
        Rulesets rulesets = rulesets(false, 1);

        String outcome = rulesets.with(a, loaded -> {
            rulesets.of(b);
            return decide(loaded);
        });

        assertThat(outcome).isEqualTo(OUTCOME);
        assertThat(compiler.made).singleElement().matches(compiled -> compiled.closed.get());
        assertThat(rulesets.<String>with(a, RulesetsTest::decide)).isEqualTo(OUTCOME);
    }

    @Test
    @Timeout(180)
    void nobodyWaitsWhileAnotherRevisionIsRead() throws Exception {
        Revision cold = store.holds("cold");
        Revision warm = store.holds("warm");
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger reads = new AtomicInteger();
        PolicyInMemoryFixture.Store slow = new PolicyInMemoryFixture.Store() {
            @Override
            public Optional<List<PolicyFile>> files(Revision revision) {
                if (revision.equals(cold)) {
                    reads.incrementAndGet();
                    reading.countDown();
                    try {
                        mayEnd.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                return store.files(revision);
            }
        };
        Rulesets rulesets = new Rulesets(source, compiler.policies(), slow, false, 1, TelemetryFixture.NONE);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Future<Revision>> asking = Stream.generate(
                            () -> pool.submit(() -> rulesets.of(cold).revision()))
                    .limit(2)
                    .toList();
            reading.await();
            // it also takes the place of the one that is being read
            Future<Revision> other = pool.submit(() -> rulesets.of(warm).revision());
            assertThat(other.get(60, TimeUnit.SECONDS)).isEqualTo(warm);
            mayEnd.countDown();
            for (Future<Revision> asked : asking) {
                assertThat(asked.get(60, TimeUnit.SECONDS)).isEqualTo(cold);
            }
        } finally {
            mayEnd.countDown();
            pool.shutdown();
        }
        assertThat(reads.get()).isLessThanOrEqualTo(2);
        rulesets.close();
        assertThat(compiler.open()).isEmpty();
    }

    @Test
    void proposedRevisionIsCompiledBeforeItIsApproved() throws FaultyRuleset {
        Rulesets rulesets = loaded(false);
        List<PolicyFile> files = PolicyInMemoryFixture.files("proposed");
        Revision proposed = PolicyInMemoryFixture.revision(files);
        rulesets.loadAhead(proposed, () -> files);
        rulesets.loadAhead(proposed, List::of); // it is in memory
        assertThat(compiler.made).hasSize(2);
        assertThatThrownBy(() -> rulesets.of(proposed))
                .as("it is not published")
                .isInstanceOf(UnknownRevision.class);

        store.holds(proposed, files);
        rulesets.putInForce(proposed);
        assertThat(compiler.made).as("compiled once").hasSize(2);

        List<PolicyFile> rejected = PolicyInMemoryFixture.files("rejected");
        rulesets.loadAhead(PolicyInMemoryFixture.revision(rejected), () -> rejected);
        assertThat(compiler.open()).hasSize(3);
        rulesets.keepProposed(Set.of());
        assertThat(compiler.open()).hasSize(2);
        rulesets.close();
        assertThat(compiler.open()).isEmpty();
    }

    @Test
    void preparedRevisionStaysWhateverOthersAskFor() throws FaultyRuleset {
        Rulesets rulesets = loaded(false);
        Revision next = store.holds("next");
        rulesets.prepare(next);
        assertThat(compiler.made).hasSize(2);

        rulesets.of(store.holds("a"));
        rulesets.of(store.holds("b"));
        assertThat(rulesets.<String>with(next, RulesetsTest::decide)).isEqualTo(OUTCOME);
        rulesets.prepare(next);
        rulesets.putInForce(next);
        assertThat(compiler.made).as("compiled once").hasSize(2);
        assertThat(rulesets.inForce().revision()).isEqualTo(next);
        rulesets.close();
        assertThat(compiler.open()).isEmpty();
    }

    @Test
    void anotherPreparedRevisionTakesThePlaceOfTheOneBefore() throws FaultyRuleset {
        Rulesets rulesets = loaded(false);
        Revision a = store.holds("a");
        Revision b = store.holds("b");
        rulesets.prepare(a);
        rulesets.prepare(b);
        assertThat(compiler.open())
                .extracting(compiled -> compiled.revision)
                .containsExactly(rulesets.inForce().revision(), a, b);
        rulesets.prepare(null);
        assertThat(compiler.open()).as("one earlier revision stays").hasSize(2);
    }

    @Test
    void unknownRevisionIsNamed() {
        Revision unknown = new Revision("sha256:" + "0".repeat(64));
        assertThatExceptionOfType(UnknownRevision.class)
                .isThrownBy(() -> rulesets(false, 1).of(unknown))
                .withMessageContaining(unknown.value());
    }

    @Test
    void keptFilesThatAreNotWhatTheirRevisionSaysAreRefused() {
        Revision revision = revision(files("right"));
        store.holds(revision, files("wrong"));
        RulesetUnusable refusal = catchThrowableOfType(
                RulesetUnusable.class, () -> rulesets(false, 1).of(revision));
        assertThat(codes(refusal)).containsExactly("revision-mismatch");
        assertThat(refusal).hasMessageContaining(revision(files("wrong")).value());
    }

    @Test
    void keptFilesThatCannotBeReadAreRefused() {
        Revision revision = revision(files("right"));
        store.holds(revision, List.of());
        RulesetUnusable refusal = catchThrowableOfType(
                RulesetUnusable.class, () -> rulesets(false, 1).of(revision));
        assertThat(codes(refusal)).contains("revision-mismatch");
    }

    @Test
    void closeClosesTheCurrentAndTheEarlierRuleBases() throws FaultyRuleset {
        Rulesets rulesets = rulesets(false, 3);
        rulesets.load();
        rulesets.with(store.holds("a"), RulesetsTest::decide);
        rulesets.with(store.holds("b"), RulesetsTest::decide);
        assertThat(compiler.open()).hasSize(3);

        rulesets.close();
        assertThat(compiler.open()).isEmpty();
        assertThatThrownBy(rulesets::inForce).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void decisionThatRunsDuringCloseFinishes() throws FaultyRuleset {
        Rulesets rulesets = loaded(false);
        assertThat(rulesets.<String>withCurrent(loaded -> {
                    rulesets.close();
                    return decide(loaded);
                }))
                .isEqualTo(OUTCOME);
        assertThat(compiler.open()).isEmpty();
    }

    @Test
    void atLeastOneEarlierRulesetMustFit() {
        assertThatThrownBy(() -> rulesets(false, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
