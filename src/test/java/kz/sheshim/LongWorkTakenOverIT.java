package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.sheshim.adapter.embedded.EmbeddedServer;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.postgres.PostgresFixture;
import kz.sheshim.policy.PolicyArchive;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A service is killed while it replays every decision, and decides them again for a publication that changes the past. Another one goes on with both, and comes to
 * what nobody's death would have changed.
 */
@Timeout(600)
@Tag("campaign")
class LongWorkTakenOverIT extends TakenOverFixture {
    /** More than are looked for in one step of a list. */
    private static final int DECISIONS = 14_000;
    /** Number of entries, of which one verdict is changed. */
    private static final int TAMPERED = 500;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private String key = "";

    @Test
    void anotherServiceCompletesBothAsIfNobodyHadDied() throws Exception {
        try (EmbeddedServer database = EmbeddedServer.start(folder)) {
            ServiceProcessFixture dying = launch(database).ready();
            key = dying.key();
            String approver = json(dying.post(
                            "/api/v1/api-keys", bytes(Map.of("owner", "approver", "roles", List.of("approver")))))
                    .get("key")
                    .asText();
            decide(dying);
            List<Long> tampered = tamper(database);
            JsonNode draft = propose(dying);

            ServiceProcessFixture other = launch(database);
            String publication;
            String replay;
            JsonNode atDeath;
            try (Brake brake = new Brake(database)) {
                publication = approve(dying, approver, draft);
                awaitSomeAffected(dying, publication);
                brake.hard();
                replay = beginReplay(dying);
                awaitSomeReplayed(dying, replay);
                other.ready();
                atDeath = replay(other, replay);
                assertThat(atDeath.get("state").asText()).isEqualTo("running");
                assertThat(affected(other, publication).get("complete").asBoolean())
                        .isFalse();
                dying.kill();
            }
            long before = atDeath.get("replayed").asLong();
            JsonNode takenOver = ended(other, replay, before);
            assertThat(numbers(database, "SELECT taken FROM background_run")).containsExactly(1L);
            assertThat(takenOver.get("replayed").asInt()).isEqualTo(DECISIONS);
            assertThat(takenOver.get("mismatches"))
                    .extracting(each -> each.get("entry").asLong())
                    .containsExactlyElementsOf(tampered);
            JsonNode undisturbed = ended(other, beginReplay(other), 0);
            for (String result : List.of("replayed", "different", "erased", "missing", "mismatches")) {
                assertThat(takenOver.get(result)).as(result).isEqualTo(undisturbed.get(result));
            }

            awaitAffected(other, publication);
            assertThat(affected(other, publication).get("decisions").asInt()).isEqualTo(DECISIONS / 2);
            assertThat(numbers(database, "SELECT entry FROM affected_decision ORDER BY entry"))
                    .isEqualTo(
                            numbers(database, "SELECT entry FROM log_entry WHERE outcome = 'rejected' ORDER BY entry"));
        }
    }

    /** Lets a page of case files be read only now and then, so that the work takes longer than the service lives. */
    private static final class Brake implements AutoCloseable {
        private final Thread thread;
        private volatile long millis = 150;
        private volatile boolean isOver;
        private volatile @Nullable SQLException failed;

        Brake(EmbeddedServer database) {
            thread = new Thread(() -> {
                try (Connection connection = PostgresFixture.owner(database).getConnection();
                        Statement statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    while (!isOver) {
                        statement.execute("LOCK TABLE case_file IN ACCESS EXCLUSIVE MODE");
                        TimeUnit.MILLISECONDS.sleep(millis);
                        connection.commit();
                    }
                } catch (SQLException e) {
                    failed = e;
                } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
        }

        void hard() {
            millis = 3_000;
        }

        @Override
        public void close() throws InterruptedException {
            isOver = true;
            thread.join();
            if (failed != null) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /** One half of the applications is rejected, and would be awarded with a higher limit. */
    private void decide(ServiceProcessFixture service) throws Exception {
        String lines = IntStream.range(0, DECISIONS)
                .mapToObj(number ->
                        """
                        {"claim": {"number": "PS-%d", "receivedAt": "2026-11-03T10:00:00+04:00", "paidThisWinter": false}, \
                        "dwelling": {"fuel": "oil"}, "members": [{"kinship": "head", "birthDate": "1985-05-05", "income": %s}, \
                        {"kinship": "spouse", "birthDate": "1985-05-05", "income": 0}]}
                        """
                                .formatted(number, number % 2 == 0 ? "1281.4" : "1000.0"))
                .collect(Collectors.joining());
        HttpResponse<String> answer = CLIENT.send(
                service.request("/api/v1/decisions")
                        .timeout(Duration.ofMinutes(3))
                        .header("Authorization", "Bearer " + key)
                        .header("Idempotency-Key", "\"all\"")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines, StandardCharsets.UTF_8))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(DECISIONS);
    }

    /** Changes some rejections behind the back of the service. */
    private static List<Long> tamper(EmbeddedServer database) throws SQLException {
        try (Connection connection = PostgresFixture.owner(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    ALTER TABLE case_file DISABLE TRIGGER only_grows;
                    UPDATE case_file SET verdict = replace(verdict, '"outcome":"', '"outcome":"not-') WHERE entry IN (
                        SELECT max(entry) FROM log_entry WHERE outcome = 'rejected' GROUP BY entry / %d);
                    ALTER TABLE case_file ENABLE TRIGGER only_grows;
                    """
                            .formatted(TAMPERED));
        }
        List<Long> tampered = numbers(
                database, "SELECT entry FROM case_file WHERE verdict LIKE '%\"outcome\":\"not-%' ORDER BY entry");
        assertThat(tampered).hasSizeGreaterThan(DECISIONS / TAMPERED - 1);
        return tampered;
    }

    /** A proposed draft with a higher limit, whose dossier is ready. */
    private JsonNode propose(ServiceProcessFixture service) throws Exception {
        byte[] archive = PolicyArchive.of(new EditedPolicyFixture(new FolderPolicySource(POLICY).files())
                .set("allowance.xlsx", "Income limits", "E12", "640.8").files().stream()
                        .filter(file -> file.path().endsWith("allowance.xlsx"))
                        .toList());
        JsonNode draft = json(CLIENT.send(
                        service.request("/api/v1/drafts?title=Higher%20limit")
                                .header("Authorization", "Bearer " + key)
                                .header("Content-Type", "application/zip")
                                .POST(BodyPublishers.ofByteArray(archive))
                                .build(),
                        BodyHandlers.ofString()))
                .get("draft");
        String path = "/api/v1/drafts/" + draft.get("id").asText();
        service.postAs(key, path + "/proposal", bytes(Map.of("text", "Raised.")));
        await(() -> service.getAs(key, path + "/dossier").statusCode() == 200);
        return draft;
    }

    /** The entry of the publication. */
    private String approve(ServiceProcessFixture service, String approver, JsonNode draft) throws Exception {
        HttpResponse<String> answer = service.postAs(
                approver,
                "/api/v1/drafts/" + draft.get("id").asText() + "/approval",
                bytes(Map.of("revision", draft.get("revision").asText(), "reason", "As the order says.")));
        assertThat(json(answer).path("state").asText()).as(answer.body()).isEqualTo("in-force");
        return publication(service);
    }

    private String publication(ServiceProcessFixture service) throws Exception {
        return get(service, "/api/v1/publications?limit=1")
                .at("/publications/0/entry")
                .asText();
    }

    private JsonNode affected(ServiceProcessFixture service, String publication) throws Exception {
        return get(service, "/api/v1/publications/" + publication + "/affected/progress");
    }

    private void awaitSomeAffected(ServiceProcessFixture service, String publication) {
        await(() -> affected(service, publication).get("lookedAt").asLong() > 0);
    }

    private void awaitSomeReplayed(ServiceProcessFixture service, String replay) {
        await(() -> replay(service, replay).get("replayed").asLong() > 0);
    }

    private void awaitAffected(ServiceProcessFixture service, String publication) {
        await(() -> affected(service, publication).get("complete").asBoolean());
    }

    private String beginReplay(ServiceProcessFixture service) throws Exception {
        HttpResponse<String> answer = service.postAs(key, "/api/v1/replays", bytes(Map.of()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).get("id").asText();
    }

    private JsonNode replay(ServiceProcessFixture service, String id) throws Exception {
        return get(service, "/api/v1/replays/" + id);
    }

    /** Waits for the end of a replay, which never falls behind what it had reached. */
    private JsonNode ended(ServiceProcessFixture service, String id, long reached) throws Exception {
        await(() -> {
            JsonNode replay = replay(service, id);
            assertThat(replay.get("replayed").asLong()).isGreaterThanOrEqualTo(reached);
            return !replay.get("state").asText().equals("running");
        });
        JsonNode replay = replay(service, id);
        assertThat(replay.get("state").asText()).as(replay.toString()).isEqualTo("ended");
        return replay;
    }

    private JsonNode get(ServiceProcessFixture service, String path) throws Exception {
        return json(service.getAs(key, path));
    }

    private static void await(Callable<Boolean> reached) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(reached);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return MAPPER.readTree(answer.body());
    }

    private static byte[] bytes(Object value) throws IOException {
        return MAPPER.writeValueAsBytes(value);
    }
}
