package kz.sheshim.adapter.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.ApplicationFixture;
import org.junit.jupiter.api.Test;

/** Callers that are slow, go away or send nonsense harm nobody but themselves. */
@QuarkusTest
@TestProfile(ImpatientProfile.class)
class RequestBodiesIT {
    private static final String HEAD =
            "POST /api/v1/assessments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    @TestHTTPResource
    URL service;

    private Socket send(String text) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void manySlowCallersAreToldSoAndHoldUpNobody() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            slow.add(send(HEAD + "Content-Length: 100\r\n\r\n{"));
        }
        given().contentType("application/json")
                .body(new ApplicationFixture().toString())
                .post("/api/v1/assessments")
                .then()
                .statusCode(200);
        for (Socket socket : slow) {
            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("application/problem+json")
                    .contains("urn:sheshim:problem:body-too-slow");
            socket.close();
        }
    }

    @Test
    void bodyWithoutAnAnnouncedLengthIsReadUpToTheLimit() throws IOException {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        try (Socket socket = send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17))) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 413 ").contains("urn:sheshim:problem:body-too-large");
        }
    }

    @Test
    void nonsenseInsteadOfAChunkEndsTheConnection() throws IOException {
        try (Socket socket = send(HEAD + "Transfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n")) {
            assertThat(answer(socket)).doesNotContain("HTTP/1.1 5");
        }
    }

    @Test
    void noBodyAtAllIsAnsweredAtOnce() throws IOException {
        for (String none : List.of("", "Content-Length: 0\r\n", "Transfer-Encoding: chunked\r\n")) {
            String end = none.startsWith("T") ? "0\r\n\r\n" : "";
            try (Socket socket = send(HEAD + "Connection: close\r\n" + none + "\r\n" + end)) {
                assertThat(answer(socket)).as(none).startsWith("HTTP/1.1 400 ").contains("the body is empty");
            }
        }
    }
}
