package kz.sheshim.adapter.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request whose head cannot be read is told what is wrong with it, at the desk by a page. */
@QuarkusTest
class BrokenHeadsIT {
    @TestHTTPResource
    URL service;

    private String answer(String head) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String address, String headers) throws IOException {
        return answer("GET " + address + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
    }

    private static void assertProblem(String answer, int status, String type) {
        assertThat(answer)
                .matches("(?s)HTTP/1\\.[01] " + status + " .*")
                .contains(" " + status + " ")
                .containsIgnoringCase("\r\ncontent-type: application/problem+json\r\n")
                .contains("\"type\":\"urn:sheshim:problem:" + type + "\"", "\"detail\":\"");
    }

    private static void assertPage(String answer, int status, String says) {
        assertThat(answer)
                .matches("(?s)HTTP/1\\.[01] " + status + " .*")
                .contains(" " + status + " ")
                .containsIgnoringCase("\r\ncontent-type: text/html; charset=utf-8\r\n")
                .containsIgnoringCase("\r\ncontent-security-policy: default-src 'none'")
                .contains("<!DOCTYPE html>", says, "lang=\"ru\"", "lang=\"kk\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/decisions/%zz",
                "/log/v1/%zz",
                "/q/health/%",
                "/%zz",
                "/api/v1/decisions?limit=%z1",
                "/api/v1/{id}"
            })
    void brokenEscapeInAnAddressIsAProblem(String address) throws IOException {
        assertProblem(get(address, ""), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/%zz", "/desk/decisions/%zz", "/desk/assets/%", "/desk/decisions?from=%zz"})
    void brokenEscapeInAnAddressOfTheDeskIsAPage(String address) throws IOException {
        assertPage(get(address, ""), 400, "is no URI");
    }

    @Test
    void addressThatIsTooLongIsAProblem() throws IOException {
        assertProblem(get("/api/v1/" + "x".repeat(16_400), ""), 414, "head-too-long");
    }

    @Test
    void headersThatAreTooLongAreAProblem() throws IOException {
        String headers = "X-Long: " + "x".repeat(20_500) + "\r\n";
        assertProblem(get("/api/v1/tables", headers), 431, "head-too-long");
        assertPage(get("/desk", headers), 431, "The headers of the request are longer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/tables HTTP/x\r\nHost: x\r\n\r\n",
                "GET /api/v1/tables HTTP/1.1\r\nHost: x\r\nA\u0000: b\r\n\r\n",
                "GET /q/health HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /q/health HTTP/2.0\r\nHost: x\r\n\r\n",
                "GET /q/health HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /q/health HTTP/1.0\r\n\r\n",
                "\u0000\u0000GET /q/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "\r\n\u0001GET /q/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "\u00e9GET /q/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            })
    void headThatIsNoHttpIsAProblem(String head) throws IOException {
        assertProblem(answer(head), 400, "malformed-request");
    }

    /** Each request on a kept connection is looked at as the first one is, whether it comes with the one before it or later. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0000GET /q/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "\r\n\u0001GET /q/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "\u007fGET /q/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /q/\u0001health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /q/health HTTP/1.1\r\nHost: x\r\nA\u0000: b\r\nConnection: close\r\n\r\n",
                "GET /q/health HTTP/1.1\r\nHost: x\r\nA: b\u0001c\r\nConnection: close\r\n\r\n"
            })
    void laterHeadThatIsNoHttpIsAProblemToo(String head) throws IOException {
        String sound = "POST /api/v1/decisions HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}";
        for (int pieces : new int[] {1, 2, 3}) {
            try (Socket socket = new Socket(service.getHost(), service.getPort())) {
                socket.setSoTimeout(60_000);
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream();
                byte[] both = (sound + head).getBytes(StandardCharsets.UTF_8);
                // with the request before it, after that one was answered, and with its end only
                int cut = pieces == 1 ? 0 : pieces == 2 ? sound.length() : sound.length() - 1;
                out.write(both, 0, cut);
                int begun = pieces == 2 ? in.read() : -1;
                if (pieces == 3) {
                    sleep();
                }
                out.write(both, cut, both.length - cut);
                String answers = (begun < 0 ? "" : Character.toString(begun))
                        + new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answers).startsWith("HTTP/1.1 401 ").containsOnlyOnce("HTTP/1.1 401 ");
                assertProblem(answers.substring(answers.indexOf("HTTP/1.1", 1)), 400, "malformed-request");
            }
        }
    }

    private static void sleep() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }

    @Test
    void requestsOnAKeptConnectionAreAnsweredInTheirOrder() throws IOException {
        String live = "GET /q/health/live HTTP/1.1\r\nHost: x\r\n\r\n";
        String answers = answer(live + "\r\n" + live + live.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
        assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(4);
    }

    @Test
    void lineEndsBeforeARequestArePassedOver() throws IOException {
        assertThat(answer("\r\n\r\nGET /q/health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/decisions", "/q/health", "/desk/sign-in"})
    void brokenChunkIsAProblemOrTheEnd(String address) throws IOException {
        String answer = answer(
                "POST " + address
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
    }
}
