package kz.sheshim.adapter.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.sheshim.adapter.json.JacksonParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceClientTest {
    private HttpServer service;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    /** @param length what the answer says that it has; its end is the end of the connection */
    private void answers(int status, String text, long length) {
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
    }

    private void save(Path file) throws IOException {
        new ServiceClient(new JacksonParser())
                .save(
                        URI.create("http://localhost:" + service.getAddress().getPort()),
                        "key",
                        "/list",
                        "text/csv",
                        file);
    }

    @Test
    void answerThatBreaksOffLeavesTheFileThatWasThere() throws IOException {
        answers(200, "half", 8);
        Path file = Files.writeString(folder.resolve("list.csv"), "before");
        assertThatThrownBy(() -> save(file)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @Test
    void refusalIsSaidAndSavesNothing() {
        answers(404, "there is none", 13);
        assertThatThrownBy(() -> save(folder.resolve("list.csv")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/list answers 404: there is none");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void problemIsSaidInOneSentenceWithItsCode() {
        String problem =
                """
                {"type": "urn:sheshim:problem:draft-own-draft", "title": "This step is not possible", "status": 403,
                 "detail": "Whoever wrote a version of a draft cannot approve it.", "detailPhrase": {"pattern": "x"}}
                """;
        answers(403, problem, 0);
        assertThatThrownBy(() -> save(folder.resolve("list.csv")))
                .hasMessage("Whoever wrote a version of a draft cannot approve it. [draft-own-draft]");
    }

    @Test
    void whatTheKeyMayNotDoIsSaid() {
        answers(403, "{\"status\": 403, \"title\": \"Forbidden\"}", 0);
        assertThatThrownBy(() -> save(folder.resolve("list.csv")))
                .hasMessageEndingWith("/list answers 403: the roles of the API key do not allow this call");
    }

    @Test
    void problemWithoutACodeIsSaidByItsTitle() {
        answers(405, "{\"status\": 405, \"title\": \"Method Not Allowed\"}", 0);
        assertThatThrownBy(() -> save(folder.resolve("list.csv")))
                .hasMessageEndingWith("/list answers 405: Method Not Allowed");
    }
}
