package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import kz.sheshim.adapter.embedded.EmbeddedServer;
import kz.sheshim.adapter.embedded.SharedPrograms;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.postgres.PostgresFixture;
import kz.sheshim.policy.PolicyArchive;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three services on one database decide for sixteen callers while two revisions are published in turn, at once or at a moment, and the service that publishes is
 * killed now and then. Every caller gets a decision, each by the revision in force at its entry.
 */
@Timeout(1_800)
@Tag("campaign")
class PublishedUnderLoadIT {
    private static final int PUBLICATIONS = Integer.getInteger("publications.under.load", 6);
    private static final int KILLS = Math.min(PUBLICATIONS, Integer.getInteger("kills.of.replicas", 1));
    private static final int REPLICAS = 3;
    private static final int CALLERS = 16;
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(100);
    private static final long MARGIN = TimeUnit.MILLISECONDS.toNanos(200);
    private static final Path POLICY = Path.of("src/test/resources/policies/heating-allowance");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Rejected by the policy of the folder, and awarded by the one with a higher limit. */
    private static final byte[] APPLICATION =
            """
            {"claim": {"number": "PS-1", "receivedAt": "2026-11-03T10:00:00+04:00", "paidThisWinter": false},
             "dwelling": {"fuel": "oil"},
             "members": [{"kinship": "head", "birthDate": "1985-05-05", "income": 1281.4},
                         {"kinship": "spouse", "birthDate": "1985-05-05", "income": 0}]}
            """
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final AtomicReferenceArray<ServiceProcessFixture> services = new AtomicReferenceArray<>(REPLICAS);
    private final Set<ServiceProcessFixture> killed = ConcurrentHashMap.newKeySet();
    private final List<Thread> callers = new ArrayList<>();
    private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
    private final Queue<Span> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Span> publications = new ConcurrentLinkedQueue<>();
    private final Queue<Span> kills = new ConcurrentLinkedQueue<>();
    private final List<String> drafts = new ArrayList<>();
    private final Map<String, String> outcomes = new ConcurrentHashMap<>();
    private final Random random = new Random(1);
    /** How long the last approval took that ended by itself; a kill comes at any step of one, or soon after it. */
    private long approvalNanos = TimeUnit.MILLISECONDS.toNanos(80);

    private String key = "";
    private String approver = "";
    private String first = "";
    private String second = "";
    private volatile boolean isOver;

    /** From when to when, in nanoseconds. */
    private record Span(long from, long to) {
        boolean meets(Span other, long margin) {
            return from <= other.to + margin && other.from <= to + margin;
        }

        long length() {
            return to - from;
        }
    }

    @Test
    void everyDecisionIsByTheLawOfItsEntryWhoeverDies() throws Exception {
        SharedPrograms.in(folder);
        try (EmbeddedServer database = EmbeddedServer.start(folder)) {
            services.set(0, launch(database).ready());
            key = services.get(0).key();
            approver = MAPPER.readTree(services.get(0)
                            .post("/api/v1/api-keys", json(Map.of("owner", "approver", "roles", List.of("approver"))))
                            .body())
                    .get("key")
                    .asText();
            // they know the keys that exist when they start
            services.set(1, launch(database));
            services.set(2, launch(database));
            services.get(1).ready();
            services.get(2).ready();
            first = law(0);
            outcomes.put(first, "rejected");
            String change = openChange();
            outcomes.put(second, "awarded");
            call();
            TimeUnit.SECONDS.sleep(2);
            for (int number = 0; number < PUBLICATIONS; number++) {
                String revision = number % 2 == 0 ? second : first;
                String draft = number == 0 ? change : openRollBack(number % REPLICAS, revision);
                drafts.add(draft);
                boolean isKilled = number * KILLS / PUBLICATIONS != (number + 1) * KILLS / PUBLICATIONS;
                if (isKilled) {
                    publishAndDie(database, number % REPLICAS, draft, revision);
                } else if (number % 3 == 1) {
                    publishAtAMoment(number % REPLICAS, draft, revision);
                } else {
                    publishAtOnce(number % REPLICAS, draft, revision);
                }
                assertThat(law((number + 1) % REPLICAS)).isEqualTo(revision);
                assertThat(faults).isEmpty();
                TimeUnit.SECONDS.sleep(1);
            }
            isOver = true;
            for (Thread caller : callers) {
                caller.join(TimeUnit.SECONDS.toMillis(60));
            }

            assertThat(faults).isEmpty();
            assertEveryDraftWasPublishedOnce();
            assertEveryDecisionIsByTheLawOfItsEntry(database);
            print();
        }
    }

    @AfterEach
    void stop() throws Exception {
        isOver = true;
        for (int service = 0; service < REPLICAS; service++) {
            if (services.get(service) != null) {
                services.get(service).kill();
            }
        }
        SharedPrograms.unlink(folder);
    }

    private ServiceProcessFixture launch(EmbeddedServer database) {
        return ServiceProcessFixture.launch(database, folder, POLICY, "-Xmx400m");
    }

    private static byte[] json(Object value) throws IOException {
        return MAPPER.writeValueAsBytes(value);
    }

    private JsonNode get(int replica, String path) throws Exception {
        return MAPPER.readTree(services.get(replica).getAs(key, path).body());
    }

    private String law(int replica) throws Exception {
        return get(replica, "/api/v1/publications?limit=1")
                .at("/publications/0/revision")
                .asText();
    }

    private JsonNode draft(int replica, String draft) throws Exception {
        return get(replica, "/api/v1/drafts/" + draft);
    }

    /** A proposed draft with a higher limit, whose dossier is ready. */
    private String openChange() throws Exception {
        byte[] archive = PolicyArchive.of(new EditedPolicyFixture(new FolderPolicySource(POLICY).files())
                .set("allowance.xlsx", "Income limits", "E12", "640.8").files().stream()
                        .filter(file -> file.path().endsWith("allowance.xlsx"))
                        .toList());
        JsonNode opened = MAPPER.readTree(CLIENT.send(
                        services.get(0)
                                .request("/api/v1/drafts?title=Higher%20limit")
                                .header("Authorization", "Bearer " + key)
                                .header("Content-Type", "application/zip")
                                .POST(BodyPublishers.ofByteArray(archive))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        String draft = opened.at("/draft/id").asText();
        second = opened.at("/draft/revision").asText();
        services.get(0).postAs(key, "/api/v1/drafts/" + draft + "/proposal", json(Map.of("text", "Raised.")));
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> services.get(0)
                                .getAs(key, "/api/v1/drafts/" + draft + "/dossier")
                                .statusCode()
                        == 200);
        return draft;
    }

    private String openRollBack(int replica, String revision) throws Exception {
        var answer = services.get(replica)
                .postAs(
                        key,
                        "/api/v1/drafts",
                        json(Map.of("title", "Back", "revision", revision, "reason", "The other one again.")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return MAPPER.readTree(answer.body()).get("id").asText();
    }

    private String approve(int replica, String draft, String revision, Map<String, String> more) throws Exception {
        Map<String, String> order = new HashMap<>(more);
        order.put("revision", revision);
        order.put("reason", "As the order says.");
        var answer = services.get(replica).postAs(approver, "/api/v1/drafts/" + draft + "/approval", json(order));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body()).get("state").asText();
    }

    private void publishAtOnce(int replica, String draft, String revision) throws Exception {
        long from = System.nanoTime();
        assertThat(approve(replica, draft, revision, Map.of())).isEqualTo("in-force");
        publications.add(new Span(from, System.nanoTime()));
        approvalNanos = System.nanoTime() - from;
    }

    private void publishAtAMoment(int replica, String draft, String revision) throws Exception {
        long from = System.nanoTime();
        approve(
                replica,
                draft,
                revision,
                Map.of("at", Instant.now().plusMillis(500).toString()));
        awaitState(replica, draft, "in-force"::equals);
        publications.add(new Span(from, System.nanoTime()));
    }

    /** Kills the service at some step of an approval. The others know whether the publication happened; if it did not, another one approves. */
    private void publishAndDie(EmbeddedServer database, int replica, String draft, String revision) throws Exception {
        long from = System.nanoTime();
        ServiceProcessFixture dying = services.get(replica);
        Thread approval = new Thread(() -> {
            try {
                approve(replica, draft, revision, Map.of());
            } catch (IOException died) {
                // whether it approved is seen by the others
            } catch (Exception | AssertionError fault) {
                faults.add(fault);
            }
        });
        approval.start();
        TimeUnit.NANOSECONDS.sleep(random.nextLong(approvalNanos * 3 / 2));
        killed.add(dying);
        dying.kill();
        approval.join();

        int other = (replica + 1) % REPLICAS;
        String state = awaitState(other, draft, each -> !each.equals("approved"));
        boolean hasHappened = state.equals("in-force");
        assertThat(law(other).equals(revision)).as(state).isEqualTo(hasHappened);
        System.out.printf("killed while publishing: it %s%n", hasHappened ? "happened" : "did not happen");
        if (!hasHappened) {
            assertThat(state).isEqualTo("proposed");
            assertThat(approve(other, draft, revision, Map.of())).isEqualTo("in-force");
        }
        services.set(replica, launch(database).ready());
        kills.add(new Span(from, System.nanoTime()));
    }

    private String awaitState(int replica, String draft, Predicate<String> isReached) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> draft(replica, draft).get("state").asText(), isReached);
    }

    /** Each caller uses the services in turn. */
    private void call() {
        for (int caller = 0; caller < CALLERS; caller++) {
            int start = caller;
            Thread thread = new Thread(() -> {
                try {
                    for (int next = start; !isOver; next++) {
                        decide(services.get(next % REPLICAS));
                        TimeUnit.NANOSECONDS.sleep(BETWEEN_CALLS.toNanos());
                    }
                } catch (Throwable fault) {
                    faults.add(fault);
                }
            });
            thread.start();
            callers.add(thread);
        }
    }

    private void decide(ServiceProcessFixture service) throws Exception {
        if (killed.contains(service)) {
            return;
        }
        long from = System.nanoTime();
        try {
            var answer = service.postAs(key, "/api/v1/decisions", APPLICATION);
            calls.add(new Span(from, System.nanoTime()));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            JsonNode decision = MAPPER.readTree(answer.body());
            assertThat(outcomes.get(decision.get("revision").asText()))
                    .isEqualTo(decision.get("outcome").asText());
        } catch (IOException gone) {
            assertThat(killed).contains(service);
        }
    }

    private void assertEveryDraftWasPublishedOnce() throws Exception {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get(0, "/api/v1/publications?limit=100" + after);
            page.get("publications").forEach(all::add);
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asLong() : "";
        } while (!after.isEmpty());
        Collections.reverse(all);
        assertThat(all.get(0).get("way").asText()).isEqualTo("first-start");
        assertThat(all.subList(1, all.size()))
                .extracting(each -> each.get("draft").asText())
                .containsExactlyElementsOf(drafts);
        for (int number = 1; number < all.size(); number++) {
            assertThat(all.get(number).get("replaced"))
                    .isEqualTo(all.get(number - 1).get("revision"));
        }
    }

    private static void assertEveryDecisionIsByTheLawOfItsEntry(EmbeddedServer database) throws Exception {
        try (Connection connection = PostgresFixture.database(database).getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        """
                        SELECT count(*), count(*) FILTER (WHERE revision <> (
                            SELECT revision FROM log_entry WHERE kind = 'publication' AND entry < decided.entry
                            ORDER BY entry DESC LIMIT 1)), count(*) FILTER (WHERE at > (
                            SELECT at FROM log_entry WHERE kind = 'publication' AND entry > decided.entry
                            ORDER BY entry LIMIT 1) OR at < (
                            SELECT at FROM log_entry WHERE kind = 'publication' AND entry < decided.entry
                            ORDER BY entry DESC LIMIT 1))
                        FROM log_entry decided WHERE kind = 'decision'
                        """)) {
            row.next();
            assertThat(row.getLong(1)).isGreaterThan(PUBLICATIONS);
            assertThat(row.getLong(2)).isZero();
            assertThat(row.getLong(3)).as("by the law of another moment").isZero();
        }
    }

    /** What callers notice of a publication: of those without a kill, against the time in which nothing is published. */
    private void print() {
        List<Long> during = new ArrayList<>();
        List<Long> without = new ArrayList<>();
        for (Span call : calls) {
            if (publications.stream().anyMatch(each -> call.meets(each, 0))) {
                during.add(call.length());
            } else if (publications.stream().noneMatch(each -> call.meets(each, MARGIN))
                    && kills.stream().noneMatch(each -> call.meets(each, MARGIN))) {
                without.add(call.length());
            }
        }
        double p99During = p99(during);
        double p99Without = p99(without);
        System.out.printf(
                "%d publications, %d kills, %d calls. p99 of %d calls during a publication %.1f ms, of %d without %.1f ms: %.2f x%n",
                drafts.size(),
                kills.size(),
                calls.size(),
                during.size(),
                p99During,
                without.size(),
                p99Without,
                p99During / p99Without);
    }

    /** In milliseconds. */
    private static double p99(List<Long> nanos) {
        return nanos.stream()
                        .sorted()
                        .skip(nanos.size() * 99L / 100)
                        .findFirst()
                        .orElse(0L)
                / 1e6;
    }
}
