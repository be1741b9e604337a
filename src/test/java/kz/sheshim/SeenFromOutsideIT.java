package kz.sheshim;

import static kz.sheshim.AwaitFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.sheshim.adapter.embedded.SharedPrograms;
import kz.sheshim.policy.Catalogue;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What those who look after the packaged service see of it: logs, metrics, traces, health. Whatever callers send, and wherever they put it, nothing of it is seen: every text that is
 * sent here begins with a word that is then looked for.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeenFromOutsideIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CANARY = "kanarejka";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static CollectorFixture collector;
    private static ServiceProcessFixture service;

    private static int sent;

    @BeforeAll
    static void start() throws Exception {
        SharedPrograms.in(Files.createDirectory(folder.resolve("data")));
        collector = new CollectorFixture();
        service = ServiceProcessFixture.launch(
                        folder.resolve("data"),
                        Path.of("."),
                        "-Dquarkus.log.console.json.enabled=true",
                        "-Dquarkus.log.file.enabled=true",
                        "-Dquarkus.log.file.path=" + folder.resolve("service.log"),
                        "-Dquarkus.log.category.\"kz.sheshim\".level=TRACE",
                        "-Dquarkus.http.access-log.enabled=true",
                        "-Dsheshim.second-opinion.share=1",
                        "-Dquarkus.otel.sdk.disabled=false",
                        "-Dquarkus.otel.bsp.schedule.delay=100ms",
                        "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
                        "-Dquarkus.otel.exporter.otlp.endpoint=" + collector.endpoint())
                .ready();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        collector.close();
    }

    private static String canary() {
        return CANARY + sent++;
    }

    private static HttpRequest.Builder request(String path) {
        return service.request(path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        request.setHeader("Authorization", "Bearer " + service.key());
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder post(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** An application whose every text is a canary, and that can be decided. */
    private static String application() {
        ApplicationFixture application = new ApplicationFixture();
        List<Field> texts = ShippedPolicyFixture.RULESET.vocabulary().fields().stream()
                .filter(field -> !field.derived() && field.type() instanceof FieldType.Text)
                .toList();
        assertThat(texts).anyMatch(Field::personal);
        texts.forEach(field -> application.set(
                field.path().entity()
                        + (field.path().entity().equals("documents") ? ".0." : ".")
                        + field.path().field(),
                canary()));
        return application.toString();
    }

    private static String search(String field, String value) {
        return "{\"field\": \"" + field + "\", \"value\": \"" + value + "\"}";
    }

    private static int decide() throws Exception {
        return send(post("/api/v1/decisions", application())).statusCode();
    }

    @Test
    @Order(1)
    void requestIsNamedByItsAnswer() throws Exception {
        String own = "3f0c7a34-7d1d-4a8e-9a55-0d3c3f1f7a10";
        assertThat(id(request("/api/v1/tables").header("X-Request-Id", own))).isEqualTo(own);
        assertThat(id(request("/api/v1/tables").header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")))
                .isEqualTo(TRACE);
        for (String number : List.of(canary(), "900101300017", "SC-2026-000123", "x y")) {
            assertThat(id(request("/api/v1/tables").header("X-Request-Id", number)))
                    .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                    .isNotEqualTo(number);
        }
    }

    private static String id(HttpRequest.Builder request) throws Exception {
        return send(request).headers().firstValue("X-Request-Id").orElseThrow();
    }

    @Test
    @Order(2)
    void requestsOfAllKindsAreAnswered() throws Exception {
        assertThat(decide()).isEqualTo(201);
        assertThat(send(post("/api/v1/assessments", application())).statusCode())
                .isEqualTo(200);
        assertThat(send(post("/api/v1/decisions", wrongEverywhere())).statusCode())
                .isEqualTo(422);
        assertThat(send(post("/api/v1/decisions", "{\"" + canary() + "\": [" + canary()))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(post("/api/v1/decisions/" + canary() + "/replay", "{\"revision\": \"" + canary() + "\"}"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(post("/api/v1/erasures/search", search("documents.number", canary())))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(post("/api/v1/erasures/search", search(canary(), canary())))
                        .statusCode())
                .isEqualTo(400);
        for (String path : List.of(
                "/api/v1/decisions/" + canary(),
                "/api/v1/tables/" + canary(),
                "/api/v1/revisions/" + canary() + "/files",
                "/api/v2/" + canary(),
                "/q/" + canary(),
                "/" + canary() + "?x=" + canary())) {
            assertThat(send(request(path)).statusCode()).isEqualTo(404);
        }
        for (String query : List.of("limit=", "from=", "after=", "outcome=", "ground=", canary() + "=")) {
            assertThat(send(request("/api/v1/decisions?" + query + canary())).statusCode())
                    .isEqualTo(400);
        }
        assertThat(send(request("/api/v1/decisions?reference=" + canary())).statusCode())
                .isEqualTo(200);
        assertThat(send(request("/api/v1/tables/" + canary()).DELETE()).statusCode())
                .isEqualTo(405);
        assertThat(send(request("/api/v1/tables/" + canary()).header("Accept", "x/" + canary()))
                        .statusCode())
                .isEqualTo(406);
        assertThat(send(request("/api/v1/decisions")
                                .header("Content-Type", "x/" + canary())
                                .POST(HttpRequest.BodyPublishers.ofString(canary())))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(request("/api/v1/decisions")
                                .header("Content-Type", "application/x-ndjson")
                                .header("Idempotency-Key", "\"" + canary() + "\"")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        application() + "\n" + canary() + "\n" + wrongEverywhere())))
                        .body())
                .contains("\"id\":", "\"line\":2", "\"line\":3");
        assertThat(send(request("/api/v1/tables")
                                .header("Accept-Language", canary())
                                .header("User-Agent", canary())
                                .header("X-Forwarded-For", canary())
                                .header("Forwarded", "for=" + canary())
                                .header("baggage", "x=" + canary())
                                .header("tracestate", "x=" + canary())
                                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"))
                        .statusCode())
                .isEqualTo(200);
        receiptsAreWritten();
        assertThat(CLIENT.send(
                                request("/api/v1/decisions/" + canary())
                                        .header("Authorization", "Bearer " + canary())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
        raw("GET /api/v1/decisions?reference=" + canary() + "%zz HTTP/1.1\r\nHost: " + canary() + "\r\n\r\n", true);
        raw(canary() + " /api/v1/tables/" + canary() + " HTTP/1.1\r\nHost: x\r\n\r\n", true);
        raw("POST /api/v1/" + canary() + " HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n" + canary(), false);
    }

    /** Of an application with letters that no font of the service has. */
    private static void receiptsAreWritten() throws Exception {
        String decision = send(post("/api/v1/decisions", application().replace(CANARY, "漢\u202E" + CANARY)))
                .body();
        String receipt =
                "/api/v1/decisions/" + MAPPER.readTree(decision).get("id").asText() + "/receipt";
        for (String type : List.of("application/json", "text/html", "application/pdf")) {
            HttpResponse<String> written = send(request(receipt).header("Accept", type));
            assertThat(written.statusCode()).isEqualTo(200);
            assertThat(type.equals("application/pdf") || written.body().contains(CANARY))
                    .isTrue();
        }
        assertThat(send(request(receipt + "?receipt=" + canary())).statusCode()).isEqualTo(404);
    }

    /** Every member of the example has a text that is no value of its, and there are members that nobody knows. */
    private static String wrongEverywhere() throws IOException {
        JsonNode application = MAPPER.readTree(new ApplicationFixture().body());
        for (JsonNode entity : application) {
            ObjectNode members = (ObjectNode) (entity.isArray() ? entity.get(0) : entity);
            List<String> names = new ArrayList<>();
            members.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> members.put(name, canary()));
            members.put(canary(), canary());
        }
        ((ObjectNode) application).put(canary(), canary());
        return application.toString();
    }

    /** What no HTTP client sends. */
    private static void raw(String request, boolean answered) throws IOException {
        URI uri = service.uri("/");
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            if (answered) {
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
        }
    }

    @Test
    @Order(3)
    void failuresAreLoggedUnderTheirRequest() throws Exception {
        List<String> ids = new ArrayList<>();
        sql("CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS "
                + "$$ BEGIN RAISE EXCEPTION 'refused: %', NEW.received USING DETAIL = NEW.received; END $$");
        sql("CREATE TRIGGER tell BEFORE INSERT ON case_file FOR EACH ROW EXECUTE FUNCTION tell()");
        HttpResponse<String> unavailable = send(post("/api/v1/decisions", application()));
        assertThat(unavailable.statusCode()).isEqualTo(503);
        ids.add(unavailable.headers().firstValue("X-Request-Id").orElseThrow());
        sql("DROP TRIGGER tell ON case_file");

        sql(
                "WITH entry AS (INSERT INTO log_entry (kind, at, statement, decision, revision, outcome, grounds, filed_on, secret)"
                        + " SELECT kind, at, statement, gen_random_uuid(), revision, outcome, grounds, filed_on, secret FROM log_entry"
                        + " WHERE kind = 'decision' LIMIT 1 RETURNING entry)"
                        + " INSERT INTO case_file (entry, sender, reference, received, read, verdict, ground_cells, secret)"
                        + " SELECT entry.entry, sender, '" + CANARY
                        + "-broken', received, read, (verdict::jsonb || '{\"filedOn\": \"" + canary()
                        + "\"}')::text, ground_cells, secret FROM entry, (SELECT * FROM case_file LIMIT 1) one");
        HttpResponse<String> broken = send(request("/api/v1/decisions?reference=" + CANARY + "-broken"));
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).doesNotContain(CANARY);
        ids.add(broken.headers().firstValue("X-Request-Id").orElseThrow());
        await("both are logged", () -> errors().keySet().containsAll(ids));
        Map<String, JsonNode> errors = errors();
        assertThat(errors.get(ids.get(0)).get("message").asText()).contains("SQLSTATE P0001");
        assertThat(errors.get(ids.get(1)).get("exception").toString()).contains("JacksonVerdictCodec");
    }

    /** The errors in the log, by request. */
    private static Map<String, JsonNode> errors() throws IOException {
        Map<String, JsonNode> errors = new HashMap<>();
        for (String line :
                service.output().lines().filter(each -> each.startsWith("{")).toList()) {
            JsonNode record = MAPPER.readTree(line);
            if (record.get("level").asText().equals("ERROR")) {
                errors.put(record.at("/mdc/requestId").asText(), record);
            }
        }
        return errors;
    }

    private static void sql(String statement) throws Exception {
        sqlAs("sheshim_owner", statement);
    }

    private static void sqlAs(String role, String statement) throws Exception {
        List<String> server = Files.readAllLines(folder.resolve("data/cluster/postmaster.pid"));
        String url = "jdbc:postgresql://127.0.0.1:" + server.get(3).strip() + "/sheshim";
        try (var connection = DriverManager.getConnection(
                        url,
                        role,
                        Files.readString(
                                folder.resolve(role.equals("postgres") ? "data/password" : "data/password-owner")));
                var done = connection.createStatement()) {
            done.execute(statement);
        }
    }

    @Test
    @Order(4)
    void metricsNameNothingButCodesOfThePolicy() throws Exception {
        Catalogue catalogue = ShippedPolicyFixture.RULESET.catalogue();
        for (int i = 0; i < 150; i++) {
            send(request("/api/v1/tables/" + canary()).DELETE());
        }
        service.get("/api/v1/revisions");
        String metrics = service.get("/q/metrics").body();

        assertThat(labels(metrics, "sheshim_decisions_total", "outcome"))
                .isNotEmpty()
                .isSubsetOf(catalogue.outcomes().keySet());
        assertThat(labels(metrics, "sheshim_grounds_total", "ground"))
                .isNotEmpty()
                .isSubsetOf(catalogue.grounds().keySet());
        assertThat(labels(metrics, "sheshim_ruleset_info", "revision"))
                .containsExactly(ShippedPolicyFixture.RULESET.revision().toString());
        assertThat(labels(metrics, "sheshim_queue_waiting", "queue")).contains("deciding", "recording");
        assertThat(labels(metrics, "http_server_requests_seconds_count", "uri"))
                .contains("/api/v1/decisions", "/api/v1/decisions/{id}", "/api/v1/revisions", "NOT_FOUND")
                .allMatch(path -> path.matches("NOT_FOUND|/api/v1/[a-z-]+(/\\{[a-z]+})?(/[a-z]+)?"));
        assertThat(labels(metrics, "sheshim_second_opinions_total", "result"))
                .containsExactlyInAnyOrder("agreed", "disagreed", "skipped");
        assertThat(metrics)
                .containsPattern("sheshim_second_opinions_total\\{result=\"agreed\",?\\} [1-9]")
                .containsPattern("sheshim_second_opinions_total\\{result=\"disagreed\"} 0")
                .containsPattern("sheshim_deciding_seconds_count [1-9]")
                .containsPattern("sheshim_recording_seconds_count [1-9]")
                .containsPattern("sheshim_deciding_wait_seconds_count [1-9]")
                .contains("sheshim_ruleset_load_seconds_count{result=\"in-force\"} 1.0");
    }

    private static Set<String> labels(String metrics, String name, String label) {
        return Pattern.compile("(?m)^" + name + "\\{(?:.*,)?" + label + "=\"([^\"]*)\"")
                .matcher(metrics)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Order(5)
    void databaseThatTakesNothingMakesTheServiceUnreadyAndNotDead() throws Exception {
        sqlAs("postgres", "ALTER SYSTEM SET default_transaction_read_only = on");
        sqlAs("postgres", "SELECT pg_reload_conf()");
        awaitHealth(503, "decisions cannot be recorded");
        assertThat(service.output()).contains("Decisions cannot be recorded or read: the database is read-only");
        assertThat(decide()).isEqualTo(503);
        sqlAs("postgres", "ALTER SYSTEM RESET default_transaction_read_only");
        sqlAs("postgres", "SELECT pg_reload_conf()");
        awaitHealth(200, "none");
        await("decisions once more, though a connection of before may be met", () -> decide() == 201);
    }

    @Test
    @Order(6)
    void databaseThatIsGoneMakesTheServiceUnreadyAndNotDead() throws Exception {
        Path cluster = folder.resolve("data/cluster");
        Path away = folder.resolve("data/away");
        long server = Long.parseLong(
                Files.readAllLines(cluster.resolve("postmaster.pid")).get(0));
        Files.move(cluster, away);
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        awaitHealth(503, "decisions cannot be recorded");
        assertThat(service.output()).contains("Decisions cannot be recorded or read: SQLSTATE ");
        assertThat(decide()).isEqualTo(503);
        Files.move(away, cluster);
        awaitHealth(200, "none");
        await("decisions once more, though a connection of before may be met", () -> decide() == 201);
    }

    private static void awaitHealth(int ready, String obstacle) throws Exception {
        await(ready + ", " + obstacle, () -> service.get("/q/health/ready").statusCode() == ready);
        assertThat(service.get("/q/health/ready").body()).contains(obstacle);
        assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(7)
    void nothingThatSomebodySentIsSeen() throws Exception {
        String metrics = service.get("/q/metrics").body();
        awaitLastSpan();
        Map<String, String> seen = Map.of(
                "console", service.output(),
                "file", Files.readString(folder.resolve("service.log")),
                "database's log", Files.readString(folder.resolve("data/postgres.log")),
                "metrics", metrics,
                "traces", collector.received());
        assertThat(sent).isGreaterThan(60);
        seen.forEach((where, text) -> assertThat(text).as(where).isNotEmpty().doesNotContainIgnoringCase(CANARY));
        assertThat(seen.get("traces")).contains("POST /api/v1/decisions", "wait", "decide", "record");
    }

    /** Spans are exported in the order in which they end; the bytes of a trace's number may be letters. */
    private static void awaitLastSpan() throws Exception {
        String last = "the-last-request";
        String trace = HexFormat.of().formatHex(last.getBytes(StandardCharsets.US_ASCII));
        send(request("/api/v1/tables").header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));
        await("the last span", () -> collector.received().contains(last));
    }
}
