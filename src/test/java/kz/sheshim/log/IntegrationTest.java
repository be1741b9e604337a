package kz.sheshim.log;

import static kz.sheshim.log.LogServiceFixture.NOW;
import static kz.sheshim.log.LogServiceFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kz.sheshim.AwaitFixture;
import kz.sheshim.adapter.postgres.DecisionFixture;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.MerkleProof;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.TiledTree;
import kz.sheshim.vocabulary.Phrase;
import org.junit.jupiter.api.Test;

/** When a log may go on, and when it must stop. */
class IntegrationTest {
    private final MemoryTreeStore store = new MemoryTreeStore();

    private LogServiceFixture grown() {
        LogServiceFixture service = new LogServiceFixture(store);
        store.record(NOW);
        assertThat(service.step()).isEmpty();
        return service;
    }

    private static Checkpoint checkpoint(TreeStore of) {
        return Checkpoint.parse(Note.parse(of.newest().orElseThrow().note()).text());
    }

    @Test
    void nothingIsRecordedBeforeTheLogWasChecked() {
        LogServiceFixture service = new LogServiceFixture(store);
        assertThat(service.integration.stopped().map(Phrase::toString))
                .contains("the log has not been checked since the service was started");
        assertThat(service.step()).isEmpty();
        assertThat(service.told).isEmpty();
    }

    @Test
    void nothingIsRecordedWhileTheLogHasStopped() {
        DecisionLog recording = (decision, seal, terms, request) -> {
            throw new AssertionError("it was recorded");
        };
        StoppableDecisionLog log = new StoppableDecisionLog(recording, () -> Optional.of("it is an older copy"));
        Decision decision = DecisionFixture.decision("A", "granted", LocalDate.EPOCH);
        assertThat(log.append(decision, SealFixture.seal(decision), Set.of(), null))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(LogUnavailable.class)
                .withMessageContaining("it is an older copy");
    }

    @Test
    void turnOfAnotherServiceDoesNotEndTheStop() {
        LogServiceFixture service = new LogServiceFixture(store.backup());
        grown();
        LogServiceFixture ahead = new LogServiceFixture(store);
        ahead.seen = new Checkpoint("log.test/a", 9, checkpoint(store).root()).sign(key("log.test/a", 1));
        assertThat(ahead.step()).hasValueSatisfying(reason -> assertThat(reason).contains("is it an older copy?"));
        store.isTaken = true;
        assertThat(ahead.step()).as("in the turn of another").isPresent();
        assertThat(ahead.told).singleElement().asString().startsWith("stopped: the database holds 2 entries");

        LogServiceFixture neverHadTheTurn = new LogServiceFixture(store);
        neverHadTheTurn.seen = ahead.seen;
        assertThat(neverHadTheTurn.step()).as("without a turn of its own").isPresent();
        assertThat(service.step()).isEmpty();
    }

    @Test
    void rolledBackTurnComesAgainTheSame() {
        LogServiceFixture service = new LogServiceFixture(store);
        for (int turn = 1; turn <= 3; turn++) { // that finds no key, that of the key, and that of the tree
            int[] left = {turn};
            store.beforeCommit = () -> {
                if (--left[0] == 0) {
                    throw new LogUnavailable("the connection was cut", new IllegalStateException());
                }
            };
            service.step();
        }
        store.beforeCommit = () -> {};
        assertThat(service.step()).isEmpty();
        assertThat(service.told).containsExactly("unavailable: the connection was cut", "resumed");
        assertThat(store.statements("sheshim-key/v1")).hasSize(1);
    }

    @Test
    void changeOfTheKeyThatWasRolledBackComesAgainTheSame() {
        grown();
        LogServiceFixture changed = new LogServiceFixture(store, key("log.test/a", 2), key("log.test/a", 1));
        int[] turn = {0};
        store.beforeCommit = () -> {
            if (++turn[0] == 3) { // after that of the old key and that of the change
                throw new LogUnavailable("the connection was cut", new IllegalStateException());
            }
        };
        changed.step();
        assertThat(turn[0]).isEqualTo(3);
        assertThat(changed.seen).isNotNull();
        assertThat(changed.step()).isEmpty();
    }

    @Test
    void incidentIsAnEntryBeforeTheServiceForgetsWhatItHasSeen() {
        grown();
        LogServiceFixture ahead = new LogServiceFixture(store);
        ahead.seen = new Checkpoint("log.test/a", 9, checkpoint(store).root()).sign(key("log.test/a", 1));
        Note before = ahead.seen;
        store.beforeCommit = () -> {
            throw new LogUnavailable("the connection was cut", new IllegalStateException());
        };
        try {
            ahead.integration.resume();
        } catch (LogUnavailable cut) {
            // as it must
        }
        assertThat(ahead.seen).isEqualTo(before);
        store.beforeCommit = () -> {};
        assertThat(ahead.step()).isPresent();
        assertThat(ahead.integration.resume()).contains(true);
        assertThat(store.statements("sheshim-incident/v1")).hasSize(1);
        assertThat(ahead.step()).isEmpty();
        assertThat(ahead.told).hasSize(2).last().isEqualTo("resumed");
    }

    @Test
    void anotherKeyStopsTheLogAlsoInTheTurnOfAnother() {
        grown();
        LogServiceFixture other = new LogServiceFixture(store, key("log.test/a", 2), null);
        store.isTaken = true;
        assertThat(other.step()).hasValueSatisfying(reason -> assertThat(reason).startsWith("the key of the log is "));
    }

    @Test
    void serviceWithTheKeyBeforeGoesOnRecordingAndSignsNothing() {
        LogServiceFixture old = grown();
        LogServiceFixture changed = new LogServiceFixture(store, key("log.test/a", 2), key("log.test/a", 1));
        assertThat(changed.step()).isEmpty();
        long size = checkpoint(store).size();
        store.record(NOW);
        assertThat(old.step()).isEmpty();
        assertThat(checkpoint(store).size()).isEqualTo(size);
        assertThat(changed.step()).isEmpty();
        assertThat(checkpoint(store).size()).isEqualTo(size + 1);
        Note note = Note.parse(store.newest().orElseThrow().note());
        assertThat(note.verify(
                        List.of(key("log.test/a", 1).key(), key("log.test/a", 2).key())))
                .hasSize(2);
    }

    @Test
    void logCanHaveAnotherNameWithTheSameKey() {
        grown();
        Checkpoint before = checkpoint(store);
        LogServiceFixture renamed = new LogServiceFixture(store, key("log.test/b", 1), null);
        assertThat(renamed.step()).isEmpty();
        Checkpoint after = checkpoint(store);
        assertThat(after.origin()).isEqualTo("log.test/b");
        assertThat(MerkleProof.extend(
                        before.size(),
                        before.root(),
                        after.size(),
                        after.root(),
                        new TiledTree(after.size(), store).consistency(before.size())))
                .isTrue();
        Statement change = store.statements("sheshim-key/v1").get(1);
        assertThat(KeyChange.verified(change, key("log.test/a", 1).key()))
                .isEqualTo(key("log.test/b", 1).key());
    }

    @Test
    void nameAndKeyCanChangeTogether() {
        grown();
        NoteSigner both = key("log.test/b", 2);
        assertThat(new LogServiceFixture(store, both, key("log.test/b", 1)).step())
                .isEmpty();
        assertThat(KeyChange.key(store.newestKey().orElseThrow())).contains(both.key());
    }

    @Test
    void entriesThatWaitForTooLongStopTheLog() {
        LogServiceFixture service = grown();
        store.record(NOW);
        store.beforeCommit = () -> {
            throw new IllegalStateException("the disk is full");
        };
        assertThat(service.step()).as("recording goes on for a while").isEmpty();
        service.now = NOW.plus(Integration.MAX_WAIT);
        assertThat(service.step())
                .contains("entries have waited for more than 5 minutes for their place in the tree:"
                        + " java.lang.IllegalStateException: the disk is full");
        service.step();
        store.beforeCommit = () -> {};
        assertThat(service.step()).isEmpty();
        assertThat(service.told).hasSize(3).last().isEqualTo("resumed");
    }

    @Test
    void stepThatBreaksInAnyWayIsToldAndTriedAgain() throws InterruptedException {
        LogServiceFixture service = grown();
        AtomicInteger broken = new AtomicInteger();
        store.beforeCommit = () -> {
            if (broken.incrementAndGet() <= 3) {
                throw new NoClassDefFoundError("kz/sheshim/Gone");
            }
        };
        store.record(NOW);
        try (Integration integration = service.withItsThread()) {
            AwaitFixture.await("the tree", () -> checkpoint(store).size() == 3);
        }
        assertThat(service.told)
                .containsExactly("unavailable: java.lang.NoClassDefFoundError: kz/sheshim/Gone", "resumed");
    }

    @Test
    void turnThatNeverEndsStopsTheLog() {
        LogServiceFixture service = grown();
        store.record(NOW);
        store.isTaken = true;
        assertThat(service.step()).isEmpty();
        service.now = NOW.plus(Integration.MAX_WAIT);
        assertThat(service.step())
                .hasValueSatisfying(reason -> assertThat(reason).endsWith("another service has the turn"));
        store.isTaken = false;
        assertThat(service.step()).isEmpty();
    }

    @Test
    void witnessStopsTheLogUntilTheServiceIsStartedAgain() {
        LogServiceFixture service = grown();
        service.integration.stop("court has cosigned another history");
        service.integration.stop("audit has cosigned another history");
        service.step();
        assertThat(service.integration.stopped().map(Phrase::toString))
                .contains("a witness holds another history: court has cosigned another history");
        assertThat(service.told)
                .containsExactly("stopped: a witness holds another history: court has cosigned another history");
    }
}
