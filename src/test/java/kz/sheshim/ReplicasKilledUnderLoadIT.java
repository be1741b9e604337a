package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.sql.DataSource;
import kz.sheshim.adapter.embedded.EmbeddedServer;
import kz.sheshim.adapter.embedded.SharedPrograms;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.postgres.PostgresFixture;
import kz.sheshim.adapter.postgres.PostgresRecordReader;
import kz.sheshim.adapter.postgres.PostgresRevisionStore;
import kz.sheshim.adapter.postgres.PostgresTreeStore;
import kz.sheshim.background.Callers;
import kz.sheshim.log.Statement;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.TiledTree;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.proof.AuditLog;
import kz.sheshim.proof.SealedParts;
import kz.sheshim.proof.StoredVocabularies;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.workbook.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three replicas of the service on one database. One of them, or PostgreSQL, is killed again and again while applications are sent under keys, and sent again until they
 * are answered: each is decided, and decided once, the tree never forks, and each proof that was given stays valid.
 */
@Timeout(5_400)
@Tag("campaign")
class ReplicasKilledUnderLoadIT {
    /** Number of kills; the Maven profile {@code campaign} raises it. */
    private static final int KILLS = Integer.getInteger("kills.of.replicas", 2);

    private static final int REPLICAS = 3;
    /** Each of these deaths is that of PostgreSQL. */
    private static final int EVERY_DATABASE = 4;

    private static final int SENDERS = 4;
    private static final int ANSWERS_BETWEEN = 60;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path data;

    private final AtomicReferenceArray<ServiceProcessFixture> replicas = new AtomicReferenceArray<>(REPLICAS);
    /** The decisions in the responses for each application, by its reference. */
    private final Map<String, Queue<String>> answers = new ConcurrentHashMap<>();

    /** What the replicas showed of the log, in the course of time. */
    private final Queue<String> checkpoints = new ConcurrentLinkedQueue<>();

    /** The proofs that the replicas gave, by the ids of their decisions. */
    private final Map<String, byte[]> proofs = new ConcurrentHashMap<>();

    private String key = "";

    private final AtomicInteger sentAgain = new AtomicInteger();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private @Nullable EmbeddedServer server;
    private volatile boolean over;

    @AfterEach
    void stop() throws Exception {
        over = true;
        pool.shutdownNow();
        for (int replica = 0; replica < REPLICAS; replica++) {
            if (replicas.get(replica) != null) {
                replicas.get(replica).kill();
            }
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everyApplicationIsDecidedAndDecidedOnce(TestReporter reporter) throws Exception {
        SharedPrograms.in(data);
        server = EmbeddedServer.start(data);
        String[] options = {
            "-Dquarkus.datasource.jdbc.url=" + server.jdbcUrl(),
            "-Dquarkus.datasource.username=" + server.username(),
            "-Dquarkus.datasource.password=" + server.password(),
            "-Dquarkus.flyway.username=" + server.owner(),
            "-Dquarkus.flyway.password=" + server.ownerPassword()
        };
        for (int replica = 0; replica < REPLICAS; replica++) {
            replicas.set(replica, launch(options).ready());
        }
        key = replicas.get(0).get("/log/v1/key").body().strip();
        List<Future<?>> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int number = sender;
            senders.add(pool.submit(() -> {
                send(number);
                return null;
            }));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            awaitAnswers(senders);
            if (kill % EVERY_DATABASE == EVERY_DATABASE - 1) {
                killPostgresql();
                continue;
            }
            replicas.get(kill % REPLICAS).kill();
            awaitAnswers(senders);
            replicas.set(kill % REPLICAS, launch(options).ready());
        }
        awaitAnswers(senders);
        over = true;
        for (Future<?> sender : senders) {
            sender.get(240, TimeUnit.SECONDS);
        }
        reporter.publishEntry(Map.of(
                "applications",
                "" + answers.size(),
                "of them sent again for want of an answer",
                "" + sentAgain,
                "proofs",
                "" + proofs.size(),
                "checkpoints",
                "" + checkpoints.size()));

        assertThat(sentAgain).as("a kill was noticed").hasPositiveValue();
        assertThat(answers.values()).allSatisfy(ids -> assertThat(ids).containsOnly(ids.element()));
        Map<String, String> recorded = recorded(server);
        assertThat(recorded).hasSameSizeAs(answers);
        answers.forEach((reference, ids) -> assertThat(recorded).containsEntry(reference, ids.element()));
        TimeUnit.SECONDS.sleep(2);
        requireOneHistory(server);
        for (int replica = 0; replica < REPLICAS; replica++) {
            replicas.get(replica).close();
        }
    }

    private void killPostgresql() throws IOException {
        String number =
                Files.readAllLines(data.resolve("cluster/postmaster.pid")).get(0);
        ProcessHandle.of(Long.parseLong(number)).orElseThrow().destroyForcibly();
    }

    private ServiceProcessFixture launch(String... options) {
        return ServiceProcessFixture.launch(data.resolve("unused"), Path.of("."), options);
    }

    /** Posts one application after the other, each until there is a response; some to two replicas at once. */
    private void send(int number) throws Exception {
        Random random = new Random(number);
        for (int next = 0; !over; next++) {
            String reference = "sender-" + number + "-" + next;
            byte[] application = new ApplicationFixture()
                    .set("application.reference", reference)
                    .body();
            int replica = random.nextInt(REPLICAS);
            if (random.nextInt(4) == 0) {
                Future<?> twin = pool.submit(() -> sendUntilAnswered(reference, application, (replica + 1) % REPLICAS));
                sendUntilAnswered(reference, application, replica);
                twin.get();
            } else {
                sendUntilAnswered(reference, application, replica);
            }
        }
    }

    private void sendUntilAnswered(String reference, byte[] application, int first) {
        for (int replica = first; ; replica = (replica + 1) % REPLICAS) {
            try {
                var answer = replicas.get(replica)
                        .post("/api/v1/decisions", application, "Idempotency-Key", "\"" + reference + "\"");
                if (answer.statusCode() == 201) {
                    answers.computeIfAbsent(reference, none -> new ConcurrentLinkedQueue<>())
                            .add(MAPPER.readTree(answer.body()).get("id").asText());
                    return;
                }
                assertThat(answer.statusCode()).isEqualTo(503);
            } catch (IOException gone) {
                // it is unknown whether the application was decided
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            sentAgain.incrementAndGet();
        }
    }

    private void awaitAnswers(List<Future<?>> senders) throws Exception {
        int enough = answers.size() + ANSWERS_BETWEEN;
        while (answers.size() < enough) {
            for (Future<?> sender : senders) {
                if (sender.isDone()) {
                    sender.get(); // what it failed by
                }
            }
            seeCheckpoint(answers.size() % REPLICAS);
            seeProof(answers.size() % REPLICAS);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void seeCheckpoint(int replica) {
        try {
            var answer = replicas.get(replica).get("/log/v1/checkpoint");
            if (answer.statusCode() == 200) {
                checkpoints.add(answer.body());
            }
        } catch (Exception gone) {
            // the replica was killed
        }
    }

    private void seeProof(int replica) {
        answers.values().stream()
                .map(Queue::element)
                .filter(id -> !proofs.containsKey(id))
                .findFirst()
                .ifPresent(id -> {
                    try {
                        var answer = replicas.get(replica).get("/api/v1/decisions/" + id + "/proof");
                        if (answer.statusCode() == 200) {
                            proofs.put(id, answer.body().getBytes(StandardCharsets.UTF_8));
                        }
                    } catch (Exception gone) {
                        // the replica was killed
                    }
                });
    }

    /** Every checkpoint that anybody has seen is the beginning of one tree, and that has every entry. */
    private void requireOneHistory(EmbeddedServer server) throws SQLException {
        TrustPolicy trust = TrustPolicy.of(List.of(VerifierKey.parse(key)));
        DataSource database = PostgresFixture.database(server);
        PostgresTreeStore store = new PostgresTreeStore(database);
        Checkpoint last = trust.verify(Note.parse(store.newest().orElseThrow().note()));
        for (String note : checkpoints) {
            Checkpoint seen = trust.verify(Note.parse(note));
            List<Hash> proof = new TiledTree(last.size(), store).consistency(seen.size());
            assertThat(seen.isExtendedBy(last, proof)).as(note).isTrue();
        }
        Map<String, Statement> statements = statements(server);
        proofs.forEach((id, file) -> {
            LogProof proof = LogProof.parse(file);
            Hash leaf = Hash.leaf(statements.get(id).bytes());
            Checkpoint seen = proof.verify(leaf, trust);
            List<Hash> consistency = new TiledTree(last.size(), store).consistency(seen.size());
            assertThat(seen.isExtendedBy(last, consistency)).as(id).isTrue();
        });
        PolicyCompiler compiler = PolicyTools.compiler(Limits.USUAL, null);
        AuditLog audit = new AuditLog(
                new PostgresRecordReader(database),
                new SealedParts(new StoredVocabularies(new PostgresRevisionStore(database), compiler)),
                new JacksonParser(),
                new Callers());
        AuditLog.Report report = audit.audit(trust, Note.parse(checkpoints.element()), (entries, end) -> {});
        assertThat(report.flaws()).isEmpty();
        assertThat(report.inTree()).isEqualTo(report.entries()).isGreaterThan(answers.size());
    }

    private static Map<String, Statement> statements(EmbeddedServer server) throws SQLException {
        Map<String, Statement> statements = new HashMap<>();
        try (Connection connection = PostgresFixture.database(server).getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT decision, statement FROM log_entry WHERE kind = 'decision'")) {
            while (row.next()) {
                statements.put(row.getString(1), new Statement(row.getString(2)));
            }
        }
        return statements;
    }

    /** The id of each recorded decision by its reference; no reference may occur twice. */
    private static Map<String, String> recorded(EmbeddedServer server) throws Exception {
        Map<String, String> recorded = new HashMap<>();
        try (Connection connection = PostgresFixture.database(server).getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT reference, decision AS id FROM log_entry JOIN case_file USING (entry)")) {
            while (row.next()) {
                assertThat(recorded.put(row.getString(1), row.getString(2)))
                        .as(row.getString(1))
                        .isNull();
            }
        }
        return recorded;
    }
}
