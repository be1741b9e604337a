package kz.sheshim.adapter.postgres;

import static kz.sheshim.AwaitFixture.await;
import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.sheshim.log.Cosigning;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Integrator;
import kz.sheshim.log.PublishedLog;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Cosigner;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.log.tree.MemoryState;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.Witness;
import kz.sheshim.log.tree.WitnessClient;
import kz.sheshim.log.tree.WitnessState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CosigningIT {
    private static final NoteSigner LOG = new NoteSigner("log.test/cosigned", key("0123456789abcdef0123456789abcdef"));
    private static final Cosigner COURT = new Cosigner("court.test/witness", key("fedcba9876543210fedcba9876543210"));

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private final PostgresTreeStore store = new PostgresTreeStore(POSTGRES.database());
    private final List<String> stopped = new CopyOnWriteArrayList<>();
    private final MemoryState state = new MemoryState();
    private final Witness witness = new Witness(COURT, List.of(LOG.key()), state, Clock.systemUTC());

    private static Signer key(String seed) {
        return Signer.of(Ed25519.keyPair(seed.getBytes(StandardCharsets.US_ASCII)));
    }

    private Cosigning cosigning() {
        Cosigning cosigning = new Cosigning(
                store,
                LOG.key().name(),
                List.of(new WitnessClient(COURT.key(), witness::addCheckpoint)),
                stopped::add,
                refused -> {});
        cosigning.start(Duration.ofMillis(50));
        return cosigning;
    }

    private static Entry record() {
        return done(DecisionFixture.append(
                DecisionFixture.log(POSTGRES), DecisionFixture.decision("A", "granted", LocalDate.EPOCH), null));
    }

    @Test
    void checkpointCountsWhenTheWitnessHasCosignedAndAnotherHistoryStopsTheLog() throws Exception {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
        Integrator integrator = new Integrator(store, new UnseenFixture(), LOG, null, Clock.systemUTC());
        TrustPolicy policy =
                TrustPolicy.parse(("log " + LOG.key() + "\nwitness court " + COURT.key() + "\nquorum court\n")
                        .getBytes(StandardCharsets.UTF_8));
        PublishedLog published = new PublishedLog(store, LOG.key(), policy);
        Entry entry = record();
        integrator.step();
        try (Cosigning cosigning = cosigning()) {
            await("the witness has cosigned", () -> !store.cosigned(1).isEmpty());
            Hash leaf = Hash.leaf(entry.seal().statement().bytes());
            LogProof proof = published.prove(entry.number(), new byte[0]).orElseThrow();
            assertThat(proof.verify(leaf, policy).size()).isEqualTo(2);

            record();
            integrator.step();
            await(
                    "the witness has cosigned again",
                    () -> store.cosigned(1).get(0).size() == 3);
            assertThat(stopped).isEmpty();

            // the witness has cosigned a tree that this database does not have
            Checkpoint other = new Checkpoint(LOG.key().name(), 50, Hash.leaf(new byte[1]));
            state.set(LOG.key().name(), new WitnessState.Witnessed(other.sign(LOG), Instant.EPOCH));
            record();
            integrator.step();
            await("the log has stopped", () -> !stopped.isEmpty());
            assertThat(stopped.get(0)).contains("court.test/witness").contains("larger than");
        }
    }
}
