package kz.sheshim.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.Test;

/** The short way of an application and the REST layer give the same answers, whatever is sent. */
@QuarkusTest
class IntakeRouteIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The REST layer answers those who name several types. */
    private static final String BY_REST = "application/json, application/problem+json";

    /** What differs between two decisions on one application, and between two requests. */
    private static final List<String> MEMBERS = List.of("id", "entry", "decidedAt", "leaf");

    private static final Set<String> HEADERS = Set.of("location", "ratelimit", "x-request-id", "date");

    @TestHTTPResource
    URL service;

    private final HttpClient client = HttpClient.newHttpClient();
    private String key = CallerFixture.key();

    /** The answer without what differs. */
    private record Answer(int status, Map<String, List<String>> headers, JsonNode body) {
        static Answer of(HttpResponse<byte[]> response) throws IOException {
            Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
            HEADERS.forEach(headers::remove);
            JsonNode body = JSON.readTree(response.body());
            if (body instanceof ObjectNode object && response.statusCode() == 201) {
                object.remove(MEMBERS);
                // its length hangs on the number of the entry
                headers.remove("content-length");
            }
            return new Answer(response.statusCode(), headers, body);
        }
    }

    private HttpResponse<byte[]> post(String accept, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + "api/v1/decisions"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The status of both. */
    private int bothWays(byte[] body, String... headers) throws Exception {
        Answer shorter = Answer.of(post("application/json", body, headers));
        assertThat(shorter).isEqualTo(Answer.of(post(BY_REST, body, headers)));
        return shorter.status();
    }

    private static byte[] application() {
        return new ApplicationFixture()
                .set("application.reference", UUID.randomUUID().toString())
                .body();
    }

    @Test
    void applicationsAreDecidedAlike() throws Exception {
        assertThat(bothWays(application())).isEqualTo(201);
        assertThat(bothWays(application(), "Accept-Language", "kk-Cyrl-KZ, ru;q=0.5"))
                .isEqualTo(201);
        assertThat(bothWays(application(), "Accept-Language", ";;", "Prefer", "wait=5"))
                .isEqualTo(201);
    }

    @Test
    void requestsAreRepeatedAlike() throws Exception {
        byte[] application = application();
        String name = UUID.randomUUID().toString();
        JsonNode first =
                JSON.readTree(post("*/*", application, "Idempotency-Key", name).body());
        for (String accept : List.of("*/*", BY_REST)) {
            HttpResponse<byte[]> repeated = post(accept, application, "Idempotency-Key", '"' + name + '"');
            assertThat(repeated.headers().firstValue("X-Idempotent-Replayed")).contains("true");
            assertThat(JSON.readTree(repeated.body())).isEqualTo(first);
        }
        assertThat(bothWays(application(), "Idempotency-Key", name)).isEqualTo(422);
    }

    @Test
    void requestsAreRefusedAlike() throws Exception {
        assertThat(bothWays("{}".getBytes(StandardCharsets.UTF_8))).isEqualTo(422);
        assertThat(bothWays("{\"application\": {}, \"application\": 7".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(400);
        assertThat(bothWays(new byte[0])).isEqualTo(400);
        assertThat(bothWays(
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()))
                .isEqualTo(422);
        assertThat(bothWays(application(), "Idempotency-Key", "\"not closed")).isEqualTo(400);
        assertThat(bothWays(application(), "Content-Encoding", "gzip")).isEqualTo(415);
        key = CallerFixture.make("reader", Set.of(Role.AUDITOR), Duration.ofHours(1))
                .text()
                .reveal();
        assertThat(bothWays(application())).isEqualTo(403);
    }
}
