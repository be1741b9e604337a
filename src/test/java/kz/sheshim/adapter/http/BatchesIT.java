package kz.sheshim.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many applications in one request: an answer to each, in their order. */
@QuarkusTest
class BatchesIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TestHTTPResource("/api/v1/decisions")
    URI decisions;

    private HttpResponse<String> post(String body, String... headers) throws Exception {
        return postAs("application/x-ndjson", body, headers);
    }

    private HttpResponse<String> postAs(String type, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(decisions)
                .header("Authorization", "Bearer " + CallerFixture.key())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<JsonNode> lines(String body) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : body.lines().toList()) {
            lines.add(MAPPER.readTree(line));
        }
        return lines;
    }

    private static String application(String reference) {
        return new ApplicationFixture().set("application.reference", reference).toString();
    }

    private static List<String> references(int number) {
        String batch = UUID.randomUUID().toString();
        return IntStream.range(0, number).mapToObj(each -> batch + "-" + each).toList();
    }

    @Test
    void everyLineIsDecidedAndAnsweredInOrder() throws Exception {
        List<String> references = references(1_000);
        var answer = post(references.stream().map(BatchesIT::application).collect(Collectors.joining("\n")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-ndjson"));
        assertThat(answer.headers().firstValue("Content-Language")).contains("en");
        List<JsonNode> lines = lines(answer.body());
        assertThat(lines).extracting(line -> line.get("reference").asText()).containsExactlyElementsOf(references);
        JsonNode last = lines.get(999);
        var single = CLIENT.send(
                HttpRequest.newBuilder(
                                URI.create(decisions + "/" + last.get("id").asText()))
                        .header("Authorization", "Bearer " + CallerFixture.key())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(MAPPER.readTree(single.body())).isEqualTo(last);
    }

    @Test
    void badLineGetsAProblemAndTheOthersGoOn() throws Exception {
        String good = application("good");
        String tooLong = " ".repeat(1_000_000) + good;
        var answer = post(
                "\uFEFF" + good + "\r\n\r\n{\"application\": 1}\n" + tooLong + "\n[\n  \n" + good,
                "Accept-Language",
                "ru");

        List<JsonNode> lines = lines(answer.body());
        assertThat(lines).hasSize(5);
        assertThat(answer.headers().firstValue("Content-Language")).contains("ru");
        for (int good1 : new int[] {0, 4}) {
            assertThat(lines.get(good1).get("outcome").asText()).isEqualTo("acceptance-refused");
        }
        assertThat(lines.get(1).get("status").asInt()).isEqualTo(422);
        assertThat(lines.get(1).get("line").asInt()).isEqualTo(3);
        assertThat(lines.get(1).get("type").asText()).isEqualTo("urn:sheshim:problem:invalid-application");
        assertThat(lines.get(1).get("errors")).isNotEmpty();
        assertThat(lines.get(2).get("status").asInt()).isEqualTo(413);
        assertThat(lines.get(2).get("line").asInt()).isEqualTo(4);
        assertThat(lines.get(3).get("status").asInt()).isEqualTo(400);
        assertThat(lines.get(3).get("line").asInt()).isEqualTo(5);
    }

    @Test
    void batchThatIsSentAgainUnderItsKeyGetsTheSameDecisions() throws Exception {
        List<String> references = references(300);
        String key = "\"" + UUID.randomUUID() + "\"";
        String begun =
                references.stream().limit(100).map(BatchesIT::application).collect(Collectors.joining("\n"));
        String whole = references.stream().map(BatchesIT::application).collect(Collectors.joining("\n"));
        List<JsonNode> first = lines(post(begun, "Idempotency-Key", key).body());
        List<JsonNode> second = lines(post(whole, "Idempotency-Key", key).body());
        List<JsonNode> third = lines(post(application("other") + "\n" + whole, "Idempotency-Key", key)
                .body());

        assertThat(first).hasSize(100);
        assertThat(second).hasSize(300).startsWith(first.toArray(JsonNode[]::new));
        assertThat(third).hasSize(301);
        assertThat(third.get(0).get("type").asText()).isEqualTo("urn:sheshim:problem:idempotency-key-reused");
        assertThat(third.get(0).get("status").asInt()).isEqualTo(422);
        assertThat(third.get(300).get("reference").asText()).isEqualTo(references.get(299));
    }

    @Test
    void pathMayEndWithASlash() throws Exception {
        decisions = URI.create(decisions + "/");

        assertThat(lines(post(application("slash")).body())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Application/X-NDJSON", "application/x-ndjson;charset=utf-8"})
    void typeMayBeWrittenInEveryWay(String type) throws Exception {
        var answer = postAs(type, application("first") + "\n" + application("second"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lines(answer.body()))
                .extracting(line -> line.get("reference").asText())
                .containsExactly("first", "second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson2", "application/x-ndjson ;a=b", "application/*", "*/*"})
    void bodyOfAnotherTypeIsNoBatch(String type) throws Exception {
        var answer = postAs(type, application("other") + "\n" + application("other"));

        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {";a=b", "//", "/;a=b", "/../decisions", "/%2e%2e/decisions"})
    void batchAtAPathThatIsWrittenOddlyIsAnsweredOrRefused(String odd) throws Exception {
        decisions = URI.create(decisions + odd);
        var answer = post(application("odd"));

        if (answer.statusCode() < 400) {
            assertThat(lines(answer.body())).hasSize(1);
        }
    }

    @Test
    void emptyBatchHasAnEmptyAnswer() throws Exception {
        for (String body : List.of("", "\n\r\n", "\uFEFF")) {
            var answer = post(body);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void keyThatCannotBeReadRefusesTheBatch() throws Exception {
        var answer = post(application("x"), "Idempotency-Key", "\"a\", \"b\"");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:sheshim:problem:idempotency-key-malformed");
    }

    @Test
    void answersComeWhileLinesAreStillSent() throws Exception {
        try (Socket socket = begin("Expect: 100-continue\r\n")) {
            readUntil(socket, "100 Continue");
            for (String reference : references(5)) {
                sendLine(socket, reference);
                readUntil(socket, reference);
            }
            socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            readUntil(socket, "\r\n0\r\n\r\n");
        }
    }

    private Socket begin(String header) throws IOException {
        return begin(CallerFixture.key(), header);
    }

    private Socket begin(String key, String header) throws IOException {
        Socket socket = new Socket(decisions.getHost(), decisions.getPort());
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(("POST /api/v1/decisions HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                                + "Authorization: Bearer " + key + "\r\n"
                                + "Transfer-Encoding: chunked\r\n" + header + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static void sendLine(Socket socket, String reference) throws IOException {
        byte[] line = (application(reference) + "\n").getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        out.write((Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(line);
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static void readUntil(Socket socket, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("%s, after: %s", text, read).isNotNegative();
            read.append((char) next);
        }
    }

    @Test
    void batchesAreRefusedAtOnceWhenOneSubmitterHasHalfOfThemAndWhenThereAreMany() throws Exception {
        String greedy = keyOf("greedy");
        String modest = keyOf("modest");
        List<Socket> batches = new ArrayList<>(List.of(accepted(greedy), accepted(greedy)));
        try (Socket further = begin(greedy, "")) {
            assertThat(status(further)).as("of one who has half").isEqualTo("HTTP/1.1 503");
        }
        batches.addAll(List.of(accepted(modest), accepted(modest)));
        try (Socket further = begin(keyOf("late"), "")) {
            assertThat(status(further)).as("a fifth").isEqualTo("HTTP/1.1 503");
        }
        CallerFixture.given()
                .contentType("application/json")
                .body(application("single"))
                .post("/api/v1/assessments")
                .then()
                .statusCode(200);
        for (Socket socket : batches) {
            socket.close();
        }
        accepted(greedy).close();
    }

    private static String keyOf(String owner) {
        return CallerFixture.make(owner, Set.of(Role.INTAKE), Duration.ofHours(1))
                .text()
                .reveal();
    }

    /** A batch that is decided and goes on; there is room for one once those before it are known to have ended. */
    private Socket accepted(String key) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            Socket socket = begin(key, "");
            sendLine(socket, "accepted");
            if (status(socket).equals("HTTP/1.1 200")) {
                return socket;
            }
            socket.close();
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
    }
}
