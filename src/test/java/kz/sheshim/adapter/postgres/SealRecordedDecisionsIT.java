package kz.sheshim.adapter.postgres;

import static kz.sheshim.DoneFixture.done;
import static kz.sheshim.adapter.postgres.PostgresFixture.execute;
import static kz.sheshim.adapter.postgres.PostgresFixture.flyway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.sheshim.ServiceProcessFixture;
import kz.sheshim.adapter.embedded.EmbeddedServer;
import kz.sheshim.adapter.embedded.SharedPrograms;
import kz.sheshim.log.CaseFile;
import kz.sheshim.log.Commitment;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Integrator;
import kz.sheshim.log.Result;
import kz.sheshim.log.Seal;
import kz.sheshim.log.tree.Ed25519;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.Signer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database of a version before entries and case files. */
class SealRecordedDecisionsIT {
    private static final UUID ID = UUID.fromString("0199f3c2-0000-7000-8000-000000000001");
    private static final UUID LAST = UUID.fromString("0199f3c2-0000-7000-8000-000000000002");

    private static final int MILLION = Integer.getInteger("migrated.decisions", 1_000_000);
    private static final NoteSigner KEY = new NoteSigner("log.test/migrated", Signer.of(Ed25519.keyPair(new byte[32])));

    @Test
    void decisionsKeepTheirIdsNumbersAndTextsAndGetASeal(@TempDir Path folder) throws Exception {
        SharedPrograms.in(folder);
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            DataSource database = PostgresFixture.owner(server);
            flyway(server).target("9").skipDefaultCallbacks(true).load().migrate();
            Decision before =
                    DecisionFixture.decision("A-1", "denied", LocalDate.of(2026, 1, 31), "late", "other", "late");
            insert(database, 1, ID, before);
            execute(database, "ALTER SEQUENCE decision_entry_seq RESTART WITH 7000");
            insert(database, 1_200, LAST, before);
            execute(database, "ALTER SEQUENCE decision_entry_seq RESTART WITH 9000");

            flyway(server).load().migrate();

            DecisionLogReader reader = new PostgresDecisionLogReader(database, DecisionFixture.CODEC);
            Entry first = reader.find(new DecisionId(ID)).orElseThrow();
            assertThat(first.number()).isEqualTo(new EntryNumber(1));
            assertThat(first.decision())
                    .usingRecursiveComparison()
                    .ignoringFields("id", "received", "groundCells")
                    .isEqualTo(before);
            assertThat(first.decision().groundCells()).isEmpty();
            assertThat(first.decision().received()).isEqualTo(before.received());
            Commitment content = Commitment.to(
                    CaseFile.of(first.decision()).parts(List.of()), first.seal().caseFile());
            assertThat(first.seal().statement().value(Seal.CONTENT)).contains(content.base64());
            assertThat(reader.find(new DecisionId(LAST)).orElseThrow().number().value())
                    .isEqualTo(8_199);
            assertThat(reader.list(new DecisionLogReader.Query(
                                    null, "A-1", "denied", "late", null, null, null, null, Set.of(), null, 5, null))
                            .decisions())
                    .hasSize(5);
            Entry next = done(DecisionFixture.append(DecisionFixture.log(database), before, null));
            assertThat(next.number().value()).isEqualTo(9_000);
        }
    }

    /** The service itself migrates, and knows the decisions by their ids and numbers. */
    @Test
    void serviceTakesOverTheDecisionsOfAnEarlierVersion(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("postgres");
        SharedPrograms.in(Files.createDirectories(data));
        try (EmbeddedServer server = EmbeddedServer.start(data)) {
            flyway(server).target("9").skipDefaultCallbacks(true).load().migrate();
            insert(
                    PostgresFixture.owner(server),
                    20,
                    LAST,
                    DecisionFixture.decision("A-1", "denied", LocalDate.of(2026, 1, 31), "late"));
        }
        try (ServiceProcessFixture service =
                ServiceProcessFixture.launch(data, Path.of(".")).ready()) {
            assertThat(service.get("/log/v1/checkpoint").statusCode()).isEqualTo(200);
        }
        try (EmbeddedServer server = EmbeddedServer.start(data)) {
            DataSource database = PostgresFixture.owner(server);
            Entry last = new PostgresDecisionLogReader(database, DecisionFixture.CODEC)
                    .find(new DecisionId(LAST))
                    .orElseThrow();
            assertThat(last.number()).isEqualTo(new EntryNumber(20));
            assertThat(last.decision().reference()).isEqualTo("A-1");
            assertThat(new PostgresTreeStore(database).newest().orElseThrow().size())
                    .as("the tree has them, the key and the first publication")
                    .isEqualTo(22);
        }
    }

    /** Services of a time did not find the migration that is no script, and applied the later ones. */
    @Test
    void whatWasLeftOutIsMadeUpFor(@TempDir Path folder) throws Exception {
        SharedPrograms.in(folder);
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            DataSource database = PostgresFixture.owner(server);
            withoutJava(server).migrate();
            Decision decision = DecisionFixture.decision("A-1", "denied", LocalDate.of(2026, 1, 31), "late");
            storeRevision(database, decision);
            assertThat(done(DecisionFixture.append(DecisionFixture.log(database), decision, null))
                            .number()
                            .value())
                    .isEqualTo(1);
            Migrations.migrate(flyway(server).load());
            Migrations.migrate(flyway(server).load());
            assertThatThrownBy(() -> execute(database, "SELECT FROM decision")).isInstanceOf(SQLException.class);
            Decision next = DecisionFixture.decision("A-2", "denied", LocalDate.of(2026, 1, 31), "late");
            assertThat(done(DecisionFixture.append(DecisionFixture.log(database), next, null))
                            .number()
                            .value())
                    .isEqualTo(2);
        }
    }

    @Test
    void decisionsThatALaterLogDoesNotHaveAreNotPassedOver(@TempDir Path folder) throws Exception {
        SharedPrograms.in(folder);
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            DataSource database = PostgresFixture.owner(server);
            flyway(server).target("9").skipDefaultCallbacks(true).load().migrate();
            Decision decision = DecisionFixture.decision("A-1", "denied", LocalDate.of(2026, 1, 31), "late");
            insert(database, 20, LAST, decision);
            withoutJava(server).migrate();
            done(DecisionFixture.append(DecisionFixture.log(database), decision, null));
            assertThatThrownBy(() -> Migrations.migrate(flyway(server).load()))
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContainingAll("20 decisions of an earlier version", "Restore the backup");
        }
    }

    /** As services migrated that did not find the migration that is no script. */
    private static Flyway withoutJava(EmbeddedServer server) {
        return Flyway.configure().configuration(flyway(server)).javaMigrations().load();
    }

    /** With texts as long as those of the shipped policy. Heap: {@code -DargLine=-Xmx256m}. */
    @Test
    @Tag("campaign")
    @Timeout(3_600)
    void aMillionDecisionsAreMigratedInMinutes(@TempDir Path folder, TestReporter reporter) throws Exception {
        SharedPrograms.in(folder);
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            DataSource database = PostgresFixture.owner(server);
            flyway(server).target("9").skipDefaultCallbacks(true).load().migrate();
            Decision small = DecisionFixture.decision("A-1", "denied", LocalDate.of(2026, 1, 31), "late", "other");
            insert(database, MILLION, LAST, small);
            execute(database, "ALTER TABLE decision DISABLE TRIGGER USER"); // it only grows
            execute(
                    database,
                    "UPDATE decision SET received = '{\"text\": \"' || repeat(id::text, 20) || '\"}',"
                            + " read = json_build_object('text', repeat(id::text, 20)),"
                            + " verdict = json_build_object('text', repeat(id::text, 60))");
            execute(database, "ALTER TABLE decision ENABLE TRIGGER USER");
            execute(database, "VACUUM FULL decision");
            long start = System.nanoTime();
            flyway(server).load().migrate();
            Duration migrated = Duration.ofNanos(System.nanoTime() - start);

            PostgresTreeStore store = new PostgresTreeStore(database);
            start = System.nanoTime();
            Integrator integrator = new Integrator(store, new UnseenFixture(), KEY, null, Clock.systemUTC());
            while (!integrator.step().orElseThrow().complete()) {
                // the next 10,000
            }
            Duration integrated = Duration.ofNanos(System.nanoTime() - start);
            reporter.publishEntry(Map.of(
                    "migrated in seconds", "" + migrated.toSeconds(),
                    "taken into the tree in seconds", "" + integrated.toSeconds(),
                    "heap at most, MB", "" + Runtime.getRuntime().maxMemory() / 1_000_000,
                    "MB", sizes(database)));
            assertThat(store.newest().orElseThrow().size()).isEqualTo(MILLION + 1L); // and the key
            assertThat(migrated).isLessThan(Duration.ofMinutes(30));
        }
    }

    private static String sizes(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT string_agg(relname || ' '"
                        + " || pg_total_relation_size(oid) / 1000000, ', ' ORDER BY pg_total_relation_size(oid) DESC)"
                        + " FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                        + " AND pg_total_relation_size(oid) > 1000000")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void storeRevision(DataSource database, Decision decision) throws SQLException {
        execute(database, "INSERT INTO revision VALUES ('" + decision.revision() + "', now()) ON CONFLICT DO NOTHING");
    }

    /** Inserts the decision this many times; the last row has the id. */
    private static void insert(DataSource database, int times, UUID last, Decision decision) throws SQLException {
        storeRevision(database, decision);
        String sql = "INSERT INTO decision (id, reference, outcome, grounds, filed_on, decided_at, revision, engine,"
                + " received, read, verdict, sender) SELECT CASE WHEN n = " + times
                + " THEN ?::uuid ELSE gen_random_uuid() END,"
                + " ?, ?, ?, ?::date, ?::timestamptz, ?, ?, ?, ?::json, ?::json, ? FROM generate_series(1, " + times
                + ") n";
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, last);
            insert.setString(2, decision.reference());
            insert.setString(3, decision.verdict().outcome());
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text", Result.of(decision.verdict()).grounds().toArray()));
            insert.setString(5, decision.verdict().filedOn().toString());
            insert.setString(6, decision.decidedAt().toString());
            insert.setString(7, decision.revision().value());
            insert.setString(8, decision.engine());
            insert.setString(9, decision.received());
            insert.setString(10, decision.read());
            insert.setString(11, decision.verdictText());
            insert.setString(12, decision.submitter().name());
            insert.executeUpdate();
        }
    }
}
