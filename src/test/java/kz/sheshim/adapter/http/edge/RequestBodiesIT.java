package kz.sheshim.adapter.http.edge;

import static kz.sheshim.CallerFixture.given;
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
import java.util.UUID;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.CallerFixture;
import kz.sheshim.adapter.http.ImpatientProfile;
import org.junit.jupiter.api.Test;

/** Callers that are slow, go away or send nonsense harm nobody but themselves. */
@QuarkusTest
@TestProfile(ImpatientProfile.class)
class RequestBodiesIT {
    private static final String HEAD =
            "POST /api/v1/assessments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    private static String head() {
        return HEAD + "Authorization: Bearer " + CallerFixture.key() + "\r\n";
    }

    @TestHTTPResource
    URL service;

    private Socket send(String text) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(60_000);
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
            slow.add(send(head() + "Content-Length: 100\r\n\r\n{"));
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
    void compressedBodyIsRefusedInPlainWords() throws IOException {
        try (Socket socket = send(head() + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nxyz")) {
            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 415 ")
                    .contains("urn:sheshim:problem:body-encoded", "Send the JSON itself, without this header.");
        }
    }

    @Test
    void bodyWithoutAnAnnouncedLengthIsReadUpToTheLimit() throws IOException {
        String chunk = "186a0\r\n" + "x".repeat(100_000) + "\r\n";
        // Nothing after the byte too many: what the service left unread when it hangs up could reset the connection
        // before its answer is read
        String tooLarge = chunk.repeat(10) + "1\r\nx";
        try (Socket socket = send(head() + "Transfer-Encoding: chunked\r\n\r\n" + tooLarge)) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 413 ").contains("urn:sheshim:problem:body-too-large");
        }
    }

    @Test
    void nonsenseInsteadOfAChunkEndsTheConnection() throws IOException {
        try (Socket socket = send(head() + "Transfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n")) {
            assertThat(answer(socket)).doesNotContain("HTTP/1.1 5");
        }
    }

    @Test
    void noBodyAtAllIsAnsweredAtOnce() throws IOException {
        for (String none : List.of("", "Content-Length: 0\r\n", "Transfer-Encoding: chunked\r\n")) {
            String end = none.startsWith("T") ? "0\r\n\r\n" : "";
            try (Socket socket = send(head() + "Connection: close\r\n" + none + "\r\n" + end)) {
                assertThat(answer(socket)).as(none).startsWith("HTTP/1.1 400 ").contains("the body is empty");
            }
        }
    }

    @Test
    void archivesOfDraftsCountAsWhatTheyAre() throws IOException {
        String archive = "POST /api/v1/drafts HTTP/1.1\r\nHost: x\r\nContent-Type: application/zip\r\n"
                + "Authorization: Bearer " + CallerFixture.key() + "\r\nContent-Length: 6000000\r\n\r\n";
        try (Socket first = send(archive)) {
            try (Socket second = send(archive)) {
                assertThat(List.of(statusLine(first), statusLine(second)))
                        .as("one submitter has half of the room, which is less than two of them")
                        .containsExactlyInAnyOrder("HTTP/1.1 408", "HTTP/1.1 503");
            }
        }
    }

    private static String statusLine(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
    }

    private Socket batch() throws IOException {
        return send("POST /api/v1/decisions HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: Bearer " + CallerFixture.key() + "\r\n"
                + "Idempotency-Key: " + UUID.randomUUID() + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    private static void sendChunk(Socket socket, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String line() {
        return new ApplicationFixture() + "\n";
    }

    @Test
    void batchThatIsNotSentToItsEndGetsItsAnswersAndIsEnded() throws IOException {
        try (Socket socket = batch()) {
            sendChunk(socket, line() + line() + "{\"application");

            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 200 ")
                    .containsSubsequence(
                            "\"outcome\"", "\"outcome\"", "urn:sheshim:problem:body-too-slow", "\"line\":3")
                    .doesNotContain("invalid-application");
        }
    }

    @Test
    void batchWhoseAnswersAreNotReadIsReadNoFurtherAndEnded() throws IOException {
        String lines = line().repeat(100);
        long sent = 0;
        try (Socket socket = batch()) {
            while (sent < 100_000_000) {
                sendChunk(socket, lines);
                sent += lines.length();
            }
        } catch (IOException hungUp) {
            assertThat(sent).as("bytes that were taken").isLessThan(50_000_000);
            return;
        }
        throw new AssertionError("everything was taken although no answer was read");
    }
}
