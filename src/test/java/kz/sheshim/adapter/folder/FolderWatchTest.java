package kz.sheshim.adapter.folder;

import static kz.sheshim.publication.PolicyInMemoryFixture.files;
import static kz.sheshim.publication.PolicyInMemoryFixture.revision;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.publication.PolicyInMemoryFixture;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.TelemetryFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FolderWatchTest {
    private final AtomicLong now = new AtomicLong();
    private final PolicyInMemoryFixture.Source source = new PolicyInMemoryFixture.Source("first");
    private final Rulesets rulesets = new Rulesets(
            source,
            new PolicyInMemoryFixture.Compiler().policies(),
            new PolicyInMemoryFixture.Store(),
            false,
            1,
            TelemetryFixture.NONE);
    private final FolderWatch watch = new FolderWatch(source, rulesets, Duration.ofSeconds(3), now::get);

    @BeforeEach
    void load() throws FaultyRuleset {
        rulesets.load();
    }

    private void lookAfter(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
        watch.look();
    }

    private void assertInForce(String version) {
        assertThat(rulesets.inForce().revision()).isEqualTo(revision(files(version)));
    }

    @Test
    void changeCountsWhenTheFolderHasBeenQuiet() {
        source.put("second");
        watch.look();
        assertInForce("first");
        lookAfter(3);
        assertInForce("second");
    }

    @Test
    void twoSavesShortlyAfterEachOtherAreOneChange() {
        source.put("half");
        watch.look();
        lookAfter(2);
        source.put("whole");
        lookAfter(2);
        assertInForce("first");
        lookAfter(3);
        assertInForce("whole");
    }

    @Test
    void faultyChangeStaysOutUntilItIsMended() {
        source.put(PolicyInMemoryFixture.FAULTY);
        watch.look();
        lookAfter(3);
        assertThat(rulesets.refused()).isPresent();
        assertInForce("first");
        source.put("mended");
        watch.look();
        lookAfter(3);
        assertThat(rulesets.refused()).isEmpty();
        assertInForce("mended");
    }
}
