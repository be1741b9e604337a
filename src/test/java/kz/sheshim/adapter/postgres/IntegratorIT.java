package kz.sheshim.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import kz.sheshim.DoneFixture;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.HistoryConflict;
import kz.sheshim.log.Integrator;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.SeenCheckpoint;
import kz.sheshim.log.SeenCheckpointFixture;
import kz.sheshim.log.TreeStore;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.EntryBundle;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.MerkleProof;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Signer;
import kz.sheshim.log.tree.TiledTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IntegratorIT {
    private static final LocalDate DAY = LocalDate.EPOCH;

    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private final TreeStore store = new PostgresTreeStore(POSTGRES.database());
    private final DecisionLog log = DecisionFixture.log(POSTGRES);

    /** The log of the tests of this class: one key for all of them, as they share one database. */
    private static final NoteSigner SIGNER = signer();

    private static final SeenCheckpointFixture SEEN = new SeenCheckpointFixture();

    private static NoteSigner signer() {
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        return new NoteSigner("log.test/it", Signer.of(Ed25519.keyPair(seed)));
    }

    private Integrator integrator(SeenCheckpoint seen) {
        return new Integrator(store, seen, SIGNER, null, Clock.systemUTC());
    }

    @BeforeEach
    void store() {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
    }

    /** In the order of their numbers. */
    private List<Entry> record(int number) {
        return Stream.generate(() -> DecisionFixture.append(log, DecisionFixture.decision("A", "granted", DAY), null))
                .limit(number)
                .toList()
                .stream()
                .map(DoneFixture::done)
                .sorted(Comparator.comparing(entry -> entry.number().value()))
                .toList();
    }

    private void requireProven(Entry entry, Checkpoint checkpoint) {
        long index = store.index(entry.number()).orElseThrow();
        TiledTree tree = new TiledTree(checkpoint.size(), store);
        Hash leaf = Hash.leaf(entry.seal().statement().bytes());
        assertThat(MerkleProof.includes(checkpoint.size(), checkpoint.root(), index, leaf, tree.inclusion(index)))
                .isTrue();
        assertThat(store.leaves(index, 1)).singleElement().satisfies(each -> {
            assertThat(each.entry()).isEqualTo(entry.number());
            assertThat(each.statement()).isEqualTo(entry.seal().statement());
        });
    }

    private Checkpoint verified(String note) {
        Note signed = Note.parse(note);
        signed.verify(List.of(SIGNER.key()));
        return Checkpoint.parse(signed.text());
    }

    @Test
    void entriesAreTakenIntoTheTreeInTheirOrderWhateverGapsTheirNumbersHave() throws SQLException {
        Integrator integrator = integrator(SEEN);
        List<Entry> entries = new ArrayList<>(record(3));
        integrator.step();
        POSTGRES.execute("SELECT nextval('log_entry_entry_seq') FROM generate_series(1, 7)");
        entries.addAll(record(300));
        POSTGRES.execute("SELECT nextval('log_entry_entry_seq')");
        entries.addAll(record(2));
        Integrator.Step step = integrator.step().orElseThrow();

        Checkpoint checkpoint = verified(step.newest().note());
        entries.forEach(entry -> requireProven(entry, checkpoint));
        assertThat(step.lastEntry())
                .isEqualTo(entries.get(entries.size() - 1).number().value());
        EntryBundle first = new EntryBundle(0, 256);
        assertThat(store.leaves(first.start(), first.width())).hasSize(256);
        assertThat(store.index(new EntryNumber(step.lastEntry() + 1))).isEmpty();
        assertThat(integrator.step().orElseThrow().newest()).isEqualTo(step.newest());
    }

    /** Three services, each with its own memory, whose connections are cut at random moments. */
    @Test
    void manyIntegratorsGrowOneTree() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        AtomicBoolean done = new AtomicBoolean();
        List<Note> signed = Collections.synchronizedList(new ArrayList<>());
        List<Future<?>> running = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                SeenCheckpointFixture own = new SeenCheckpointFixture();
                SEEN.read().ifPresent(own::write);
                running.add(pool.submit(() -> {
                    Integrator integrator = integrator(own);
                    while (!done.get()) {
                        try {
                            integrator
                                    .step()
                                    .ifPresent(step ->
                                            signed.add(Note.parse(step.newest().note())));
                        } catch (LogUnavailable cut) {
                            // the next step tries again
                        }
                    }
                    return null;
                }));
            }
            running.add(pool.submit(() -> {
                while (!done.get()) {
                    POSTGRES.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE usename = 'sheshim' AND query LIKE '%tree_%' AND pid <> pg_backend_pid()");
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                return null;
            }));
            List<Entry> entries = record(400);
            TimeUnit.SECONDS.sleep(1);
            done.set(true);
            for (Future<?> each : running) {
                each.get(1, TimeUnit.MINUTES);
            }
            Checkpoint last =
                    verified(integrator(SEEN).step().orElseThrow().newest().note());
            for (int i = 0; i < entries.size(); i += 20) { // each proof is read from the database
                requireProven(entries.get(i), last);
            }
            TiledTree tree = new TiledTree(last.size(), store);
            for (Note note : new LinkedHashSet<>(signed)) {
                Checkpoint each = verified(note.toString());
                assertThat(MerkleProof.extend(
                                each.size(), each.root(), last.size(), last.root(), tree.consistency(each.size())))
                        .isTrue();
            }
        } finally {
            done.set(true);
            pool.shutdownNow();
        }
    }

    @Test
    void databaseOfYesterdayStopsTheLog() {
        record(2);
        TreeStore.SignedTree newest = integrator(SEEN).step().orElseThrow().newest();
        SeenCheckpointFixture ahead = new SeenCheckpointFixture();
        ahead.write(new Checkpoint(SIGNER.key().name(), newest.size() + 5, newest.root()).sign(SIGNER));
        assertThatThrownBy(() -> integrator(ahead).step())
                .isInstanceOf(HistoryConflict.class)
                .hasMessageContaining("is it an older copy?");
    }

    @Test
    void otherEntriesInTheDatabaseStopTheLog() {
        record(2);
        TreeStore.SignedTree newest = integrator(SEEN).step().orElseThrow().newest();
        SeenCheckpointFixture other = new SeenCheckpointFixture();
        other.write(new Checkpoint(SIGNER.key().name(), newest.size() - 1, Hash.leaf(new byte[0])).sign(SIGNER));
        assertThatThrownBy(() -> integrator(other).step())
                .isInstanceOf(HistoryConflict.class)
                .hasMessageContaining("are not those that this service has signed or seen");
    }

    @Test
    void resumedLogGoesOnAndTellsTheIncident() throws SQLException {
        record(2);
        TreeStore.SignedTree newest = integrator(SEEN).step().orElseThrow().newest();
        SeenCheckpointFixture ahead = new SeenCheckpointFixture();
        ahead.write(new Checkpoint(SIGNER.key().name(), newest.size() + 5, newest.root()).sign(SIGNER));
        Integrator stopped = integrator(ahead);

        assertThat(stopped.resume()).contains(true);
        Checkpoint after = verified(stopped.step().orElseThrow().newest().note());
        assertThat(after.size()).isEqualTo(newest.size() + 1);
        assertThat(stopped.resume()).contains(false);
        assertThat(POSTGRES.numbers(
                        "SELECT count(*) FROM log_entry WHERE kind = 'incident' AND statement LIKE '%\nexpected "
                                + SIGNER.key().name() + " " + (newest.size() + 5) + " %'"))
                .containsExactly(1L);
    }

    @Test
    void anotherKeyDoesNotSignUnlessTheOldOneAgrees() throws SQLException {
        integrator(SEEN).step();
        NoteSigner other = signer();
        assertThatThrownBy(() -> new Integrator(store, SEEN, other, null, Clock.systemUTC()).step())
                .isInstanceOf(HistoryConflict.class)
                .hasMessageContaining("the key of the log is " + SIGNER.key());

        Note changed = Note.parse(new Integrator(store, SEEN, other, SIGNER, Clock.systemUTC())
                .step()
                .orElseThrow()
                .newest()
                .note());
        assertThat(changed.verify(List.of(SIGNER.key(), other.key()))).hasSize(2);
        assertThat(POSTGRES.numbers(
                        "SELECT count(*) FROM log_entry WHERE kind = 'key' AND statement LIKE '%\nprevious-key "
                                + SIGNER.key() + "\n%' AND statement LIKE '%\nkey " + other.key() + "\n%'"))
                .containsExactly(1L);
        new Integrator(store, SEEN, SIGNER, other, Clock.systemUTC()).step(); // for the other tests
    }
}
