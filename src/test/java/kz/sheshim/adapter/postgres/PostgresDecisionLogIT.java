package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.Entry;
import kz.sheshim.log.LogUnavailable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDecisionLogIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = new PostgresFixture();

    private static final LocalDate FILED_ON = LocalDate.of(2026, 11, 20);
    private final PostgresDecisionLog log = DecisionFixture.log(POSTGRES);
    private final PostgresDecisionLogReader reader =
            new PostgresDecisionLogReader(POSTGRES.database(), DecisionFixture.CODEC);

    private Entry append(Decision decision) {
        return done(DecisionFixture.append(log, decision, null));
    }

    @BeforeAll
    static void keepRevision() {
        new PostgresRevisionStore(POSTGRES.database())
                .store(DecisionFixture.REVISION, DecisionFixture.FILES, Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SC-2026-000123",
                "Өтініш № 7 — Ғ қ ұ һ Ә, ёЁ",
                "😀 🇰🇿 ا ب",
                "' \\\" % \\\\ $1 ?",
                "e\u0301 é"
            })
    void entryComesBackAsItWasRecorded(String reference) {
        Decision decision = DecisionFixture.decision(reference, "granted", FILED_ON, "a-ground", "a-ground");

        Entry entry = append(decision);

        assertThat(entry.decision()).isEqualTo(decision);
        assertThat(reader.find(decision.id())).contains(entry);
    }

    @Test
    void referenceMayBeLong() {
        Decision decision = DecisionFixture.decision("ұзақ".repeat(5_000), "granted", FILED_ON);

        Entry entry = append(decision);

        assertThat(reader.find(decision.id())).contains(entry);
    }

    @Test
    void entryNumbersGrow() {
        Entry first = append(DecisionFixture.decision("first", "granted", FILED_ON));
        Entry second = append(DecisionFixture.decision("second", "granted", FILED_ON));

        assertThat(second.number().value()).isGreaterThan(first.number().value());
    }

    @Test
    void decisionOfUnkeptRevisionIsRefused() {
        Decision decision = DecisionFixture.with(
                DecisionFixture.decision("unkept", "granted", FILED_ON), DecisionFixture.revision(404));

        assertThatThrownBy(() -> append(decision)).isInstanceOf(LogUnavailable.class);
        assertThat(reader.find(decision.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "half \ud83d pair"})
    void textThatWouldChangeInTheLogIsRefused(String reference) {
        assertThatThrownBy(() -> append(DecisionFixture.decision(reference, "granted", FILED_ON)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sameDecisionTwiceIsRefused() {
        Decision decision = DecisionFixture.decision("twice", "granted", FILED_ON);
        append(decision);

        assertThatThrownBy(() -> append(decision)).isInstanceOf(LogUnavailable.class);
    }

    @Test
    void failingCommitIsNoSuccess() throws SQLException {
        POSTGRES.execute("CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'the commit fails'; END $$");
        POSTGRES.execute("CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON case_file DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW WHEN (NEW.reference = 'fails') EXECUTE FUNCTION fail()");
        Decision decision = DecisionFixture.decision("fails", "granted", FILED_ON);

        assertThatThrownBy(() -> append(decision)).isInstanceOf(LogUnavailable.class);
        assertThat(reader.find(decision.id())).isEmpty();
    }

    @Test
    void waitingForALockEnds() throws SQLException {
        try (Connection other = POSTGRES.owner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE log_entry IN ACCESS EXCLUSIVE MODE");
            long start = System.nanoTime();

            assertThatThrownBy(() -> append(DecisionFixture.decision("waits", "granted", FILED_ON)))
                    .isInstanceOf(LogUnavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        }
    }

    @Test
    void commitWaitsForTheDiskWhereTheServerWouldNot() throws SQLException {
        try (Connection careless = POSTGRES.database().getConnection();
                Statement statement = careless.createStatement()) {
            careless.setAutoCommit(false);
            statement.execute("SET SESSION synchronous_commit = off");
            statement.execute("INSERT INTO revision (hash, kept_at) VALUES ('careless', now())");
            try (var setting = statement.executeQuery("SHOW synchronous_commit")) {
                assertThat(setting.next()).isTrue();
                assertThat(setting.getString(1)).isEqualTo("on");
            }
            careless.rollback();
        }
    }

    @Test
    void manyAtOnceAreEachRecordedOnceInTheOrderOfTheirNumbers() throws Exception {
        int threads = 32;
        int each = 50;
        long transactions = transactions();
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        List<Future<List<Entry>>> results = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            results.add(callers.submit(() -> {
                List<Entry> entries = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    entries.add(append(DecisionFixture.decision("many", "granted", FILED_ON, "a-ground")));
                    assertThat(reader.find(entries.get(i).decision().id())).contains(entries.get(i));
                }
                return entries;
            }));
        }
        Map<Long, DecisionId> answered = new TreeMap<>();
        for (Future<List<Entry>> result : results) {
            List<Entry> entries = result.get(180, TimeUnit.SECONDS);
            assertThat(entries).isSortedAccordingTo(Comparator.comparing(entry -> entry.number()
                    .value()));
            entries.forEach(entry ->
                    answered.put(entry.number().value(), entry.decision().id()));
        }
        callers.shutdown();

        assertThat(answered).hasSize(threads * each);
        assertThat(POSTGRES.numbers("SELECT entry FROM case_file WHERE reference = 'many' ORDER BY entry"))
                .containsExactlyElementsOf(answered.keySet());
        assertThat(new HashSet<>(answered.values())).hasSize(threads * each);
        assertThat(transactions() - transactions)
                .as("transactions")
                .isPositive()
                .isLessThan(threads * each);
    }

    /** Number of transactions that wrote to the decision log. */
    private static long transactions() throws SQLException {
        return POSTGRES.numbers("SELECT count(DISTINCT xmin::text) FROM case_file")
                .get(0);
    }
}
