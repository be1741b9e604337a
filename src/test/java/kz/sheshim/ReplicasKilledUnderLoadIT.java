package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
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
import kz.sheshim.adapter.postgres.PostgresFixture;
import kz.sheshim.adapter.postgres.PostgresRecordReader;
import kz.sheshim.adapter.postgres.PostgresRevisionStore;
import kz.sheshim.adapter.postgres.PostgresTreeStore;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.Hash;
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
 * Two replicas of the service on one database, one of them killed again and again while applications are sent under keys, and sent again until they are answered: each is
 * decided, and decided once.
 */
@Timeout(1_800)
@Tag("campaign")
class ReplicasKilledUnderLoadIT {
    /** Number of kills; the Maven profile {@code campaign} raises it. */
    private static final int KILLS = Integer.getInteger("kills.of.replicas", 2);

    private static final int SENDERS = 4;
    private static final int ANSWERS_BETWEEN = 150;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path data;

    private final AtomicReferenceArray<ServiceProcessFixture> replicas = new AtomicReferenceArray<>(2);
    /** The decisions in the responses for each application, by its reference. */
    private final Map<String, Queue<String>> answers = new ConcurrentHashMap<>();

    /** What the replicas showed of the log, in the course of time. */
    private final Queue<String> checkpoints = new ConcurrentLinkedQueue<>();

    private String key = "";

    private final AtomicInteger sentAgain = new AtomicInteger();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private @Nullable EmbeddedServer server;
    private volatile boolean over;

    @AfterEach
    void stop() throws Exception {
        over = true;
        pool.shutdownNow();
        for (int replica = 0; replica < 2; replica++) {
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
            "-Dquarkus.flyway.password=" + server.password()
        };
        replicas.set(0, launch(options).ready());
        replicas.set(1, launch(options).ready());
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
            replicas.get(kill % 2).kill();
            awaitAnswers(senders);
            replicas.set(kill % 2, launch(options).ready());
        }
        awaitAnswers(senders);
        over = true;
        for (Future<?> sender : senders) {
            sender.get(240, TimeUnit.SECONDS);
        }
        reporter.publishEntry(Map.of(
                "applications", "" + answers.size(), "of them sent again for want of an answer", "" + sentAgain));

        assertThat(sentAgain).as("a kill was noticed").hasPositiveValue();
        assertThat(answers.values()).allSatisfy(ids -> assertThat(ids).containsOnly(ids.element()));
        Map<String, String> recorded = recorded(server);
        assertThat(recorded).hasSameSizeAs(answers);
        answers.forEach((reference, ids) -> assertThat(recorded).containsEntry(reference, ids.element()));
        TimeUnit.SECONDS.sleep(2);
        requireOneHistory(server);
        for (int replica = 0; replica < 2; replica++) {
            replicas.get(replica).close();
        }
    }

    private ServiceProcessFixture launch(String... options) {
        return ServiceProcessFixture.launch(data.resolve("unused"), Path.of("."), options);
    }

    /** Posts one application after the other, each until there is a response; some to both replicas at once. */
    private void send(int number) throws Exception {
        Random random = new Random(number);
        for (int next = 0; !over; next++) {
            String reference = "sender-" + number + "-" + next;
            byte[] application = new ApplicationFixture()
                    .set("application.reference", reference)
                    .body();
            int replica = random.nextInt(2);
            if (random.nextInt(4) == 0) {
                Future<?> twin = pool.submit(() -> sendUntilAnswered(reference, application, 1 - replica));
                sendUntilAnswered(reference, application, replica);
                twin.get();
            } else {
                sendUntilAnswered(reference, application, replica);
            }
        }
    }

    private void sendUntilAnswered(String reference, byte[] application, int first) {
        for (int replica = first; ; replica = 1 - replica) {
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
            seeCheckpoint(answers.size() % 2);
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

    /** Every checkpoint that anybody has seen is the beginning of one tree, and that has every entry. */
    private void requireOneHistory(EmbeddedServer server) {
        TrustPolicy trust = TrustPolicy.of(List.of(VerifierKey.parse(key)));
        DataSource database = PostgresFixture.database(server);
        PostgresTreeStore store = new PostgresTreeStore(database);
        Checkpoint last = trust.verify(Note.parse(store.newest().orElseThrow().note()));
        for (String note : checkpoints) {
            Checkpoint seen = trust.verify(Note.parse(note));
            List<Hash> proof = new TiledTree(last.size(), store).consistency(seen.size());
            assertThat(seen.isExtendedBy(last, proof)).as(note).isTrue();
        }
        PolicyCompiler compiler = Wiring.policyCompiler(Limits.USUAL, null);
        AuditLog audit = new AuditLog(
                new PostgresRecordReader(database),
                new SealedParts(new StoredVocabularies(new PostgresRevisionStore(database), compiler)));
        AuditLog.Report report = audit.audit(trust, Note.parse(checkpoints.element()), (entries, end) -> {});
        assertThat(report.flaws()).isEmpty();
        assertThat(report.inTree()).isEqualTo(report.entries()).isGreaterThan(answers.size());
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
