package kz.sheshim.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Revisions that are compiled side by side, each with its own verdicts: no more of them than are allowed stay in memory. */
class EarlierRevisionsTest {
    private static final int MOST = 2;

    private final PolicyInMemoryFixture.Store store = new PolicyInMemoryFixture.Store();
    private final OpenRuleBasesFixture compiler = new OpenRuleBasesFixture();
    private final Rulesets rulesets = new Rulesets(
            new PolicyInMemoryFixture.Source("in force"),
            compiler.policies(),
            store,
            false,
            MOST,
            TelemetryFixture.NONE);
    private final List<Revision> revisions =
            RevisionsFixture.files().stream().map(files -> kept(files)).toList();

    private Revision kept(List<PolicyFile> files) {
        Revision revision = PolicyInMemoryFixture.revision(files);
        store.holds(revision, files);
        return revision;
    }

    /** The term of a granted application is another one in the second revision only. */
    private int term(int revision) {
        return rulesets.with(revisions.get(revision), loaded -> {
            assertThat(loaded.ruleset().revision()).isEqualTo(revisions.get(revision));
            return loaded.policy()
                    .decide(new ApplicationFixture()
                            .set("documents.0.translation", "notarised")
                            .facts(loaded.ruleset().vocabulary()))
                    .term()
                    .length();
        });
    }

    private void everyRevisionHasItsOwnTerm(int revision) {
        assertThat(term(revision)).isEqualTo(revision == 1 ? 5 : 1);
    }

    @Test
    @Timeout(600)
    void onlyTheMostRecentlyUsedStayOpenAndTheOthersLeaveTheMemory() throws Exception {
        rulesets.load();
        Revision inForce = rulesets.inForce().revision();
        for (int revision : List.of(0, 1, 2, 1, 3, 0)) {
            everyRevisionHasItsOwnTerm(revision);
        }
        assertThat(compiler.made)
                .extracting(OpenRuleBasesFixture.Made::revision)
                .containsExactly(
                        inForce,
                        revisions.get(0),
                        revisions.get(1),
                        revisions.get(2),
                        revisions.get(3),
                        revisions.get(0));
        assertThat(compiler.open()).containsExactly(inForce, revisions.get(3), revisions.get(0));
        assertThat(compiler.left()).isZero();

        rulesets.close();
        assertThat(compiler.open()).isEmpty();
        assertThat(compiler.left()).isZero();
    }

    @Test
    @Timeout(600)
    void theyAreNoMoreWhenManyAskForAllOfThemAtOnce() throws Exception {
        int threads = 4;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> asking = new ArrayList<>();
        IntStream.range(0, threads)
                .forEach(thread -> asking.add(pool.submit(() -> {
                    Random random = new Random(thread);
                    for (int i = 0; i < 3; i++) {
                        everyRevisionHasItsOwnTerm(random.nextInt(revisions.size()));
                        assertThat(compiler.open()).hasSizeLessThanOrEqualTo(MOST + threads);
                    }
                })));
        pool.shutdown();
        for (Future<?> each : asking) {
            each.get(240, TimeUnit.SECONDS);
        }
        assertThat(compiler.made).hasSizeGreaterThan(MOST);
        assertThat(compiler.open()).hasSizeLessThanOrEqualTo(MOST);
        assertThat(compiler.left()).isZero();
        rulesets.close();
        assertThat(compiler.open()).isEmpty();
    }
}
