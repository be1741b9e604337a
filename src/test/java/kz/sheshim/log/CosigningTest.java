package kz.sheshim.log;

import static kz.sheshim.log.LogServiceFixture.NOW;
import static kz.sheshim.log.LogServiceFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import kz.sheshim.AwaitFixture;
import kz.sheshim.log.tree.Cosigner;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.MemoryState;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.log.tree.Witness;
import kz.sheshim.log.tree.WitnessClient;
import kz.sheshim.log.tree.WitnessRefused;
import org.junit.jupiter.api.Test;

/** What a log does when a witness does not agree with it. */
class CosigningTest {
    private static final Cosigner COURT = new Cosigner("court.test/witness", Signer.of(Ed25519.keyPair(seed())));

    private final MemoryTreeStore store = new MemoryTreeStore();
    private final Witness witness = new Witness(
            COURT, List.of(key("log.test/a", 1).key()), new MemoryState(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<String> stopped = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    private static byte[] seed() {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        Arrays.fill(seed, (byte) 9);
        return seed;
    }

    private Cosigning cosigning(TreeStore of, WitnessClient.Post post) {
        return cosigning(of, "log.test/a", post);
    }

    private Cosigning cosigning(TreeStore of, String name, WitnessClient.Post post) {
        return new Cosigning(of, name, List.of(new WitnessClient(COURT.key(), post)), stopped::add, refused::add);
    }

    private static void grow(MemoryTreeStore of) {
        of.record(NOW);
        assertThat(new LogServiceFixture(of).step()).isEmpty();
    }

    @Test
    void databaseOfYesterdayIsNoticedBeforeAnythingIsSigned() {
        grow(store);
        cosigning(store, witness::addCheckpoint).check();
        MemoryTreeStore yesterday = store.backup(); // with the cosignature of the witness
        grow(store);
        cosigning(store, witness::addCheckpoint).check();
        assertThat(stopped).isEmpty();

        cosigning(yesterday, witness::addCheckpoint).check();
        assertThat(stopped)
                .singleElement()
                .asString()
                .isEqualTo("court.test/witness has cosigned a tree of size 3, larger than 2");
    }

    /** After a restore the log gets a new name: the checkpoint of the old one, which the witness refuses for ever, must not keep it from that. */
    @Test
    void checkpointOfTheNameBeforeIsNotShown() {
        grow(store);
        MemoryTreeStore yesterday = store.backup();
        grow(store);
        cosigning(store, witness::addCheckpoint).check();
        cosigning(yesterday, "log.test/renamed", witness::addCheckpoint).check();
        assertThat(stopped).isEmpty();
        assertThat(refused).isEmpty();
    }

    @Test
    void checkOfACosignedCheckpointAddsNothing() {
        grow(store);
        cosigning(store, witness::addCheckpoint).check();
        String note = store.newest().orElseThrow().note();
        cosigning(store, witness::addCheckpoint).check();
        assertThat(store.newest().orElseThrow().note()).isEqualTo(note).contains("court.test/witness");
        assertThat(refused).isEmpty();
    }

    @Test
    void treeThatGrewMeanwhileStopsNobody() {
        grow(store);
        Cosigning fast = cosigning(store, witness::addCheckpoint);
        boolean[] isFirst = {true};
        Cosigning slow = cosigning(store, body -> {
            if (isFirst[0]) { // another replica is quicker
                isFirst[0] = false;
                grow(store);
                fast.check();
            }
            return witness.addCheckpoint(body);
        });
        slow.check();
        assertThat(stopped).isEmpty();
        assertThat(refused).isEmpty();
        slow.check();
        assertThat(stopped).isEmpty();
        assertThat(store.cosigned(9)).hasSize(1);
    }

    @Test
    void anotherHistoryStopsTheLog() {
        MemoryTreeStore other = new MemoryTreeStore();
        other.record(NOW.minusSeconds(1));
        other.record(NOW.minusSeconds(1));
        new LogServiceFixture(other).step();
        cosigning(other, witness::addCheckpoint).check();
        assertThat(stopped).isEmpty();

        store.record(NOW);
        store.record(NOW);
        store.record(NOW);
        LogServiceFixture service = new LogServiceFixture(store);
        service.now = NOW.plus(Duration.ofDays(1));
        service.step();
        cosigning(store, witness::addCheckpoint).check();
        assertThat(stopped).singleElement().asString().contains("another history of size 3");
    }

    @Test
    void witnessThatDoesNotAnswerStopsNothing() {
        grow(store);
        cosigning(store, body -> {
                    throw new WitnessRefused(WitnessRefused.Reason.UNREACHABLE, "court.test/witness did not answer");
                })
                .check();
        assertThat(stopped).isEmpty();
        assertThat(refused).containsExactly("court.test/witness did not answer");
    }

    @Test
    void witnessThatCannotBeAskedAtAllIsToldAndAskedAgain() throws InterruptedException {
        grow(store);
        AtomicInteger asked = new AtomicInteger();
        WitnessClient.Post post = body -> {
            if (asked.incrementAndGet() <= 3) {
                throw new NoClassDefFoundError("kz/sheshim/Gone");
            }
            return witness.addCheckpoint(body);
        };
        try (Cosigning cosigning = cosigning(store, post)) {
            cosigning.start(Duration.ofMillis(1));
            AwaitFixture.await(
                    "the cosignature", () -> store.newest().orElseThrow().note().contains("court.test/witness"));
        }
        assertThat(refused).containsExactly("java.lang.NoClassDefFoundError: kz/sheshim/Gone");
    }
}
