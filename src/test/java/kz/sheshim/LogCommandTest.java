package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.CommandFixture.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code sheshim log resume} against a service that answers as the test says. */
class LogCommandTest {
    private final List<String> asked = new ArrayList<>();
    private String answer = "";
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        service.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private Outcome resume() {
        return CommandFixture.run(
                "log",
                "resume",
                "--server",
                "http://localhost:" + service.getAddress().getPort());
    }

    @Test
    void logThatGoesOnIsSaid() {
        answer = "{\"resumed\": true, \"erasedAgain\": 2}";
        assertThat(resume())
                .isEqualTo(
                        new Outcome(
                                0,
                                """
                                The log goes on. The incident is an entry of it. Other replicas that have stopped need this, too.
                                Case files that had been erased and were in the database again: 2. They are erased.
                                """));
        assertThat(asked).containsExactly("POST /api/v1/log/resumption");
    }

    @Test
    void nothingToResumeIsNoFault() {
        answer = "{\"resumed\": false, \"erasedAgain\": 0, \"stopped\": null}";
        assertThat(resume().exit()).isZero();
        assertThat(resume().text()).startsWith("There was nothing to resume");
    }

    @Test
    void anotherReasonIsSaid() {
        answer = "{\"resumed\": false, \"erasedAgain\": 0, \"stopped\": \"court has cosigned another history\"}";
        assertThat(resume().exit()).isEqualTo(1);
        assertThat(resume().text())
                .startsWith("The log stands still for another reason, which this command cannot mend:"
                        + " court has cosigned another history\n");
    }
}
