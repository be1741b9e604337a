package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.sheshim.CommandFixture.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An auditor replays the record from the command line. */
class ReplayCommandTest {
    private final List<String> asked = new ArrayList<>();
    private HttpServer service;
    private String result = "";

    /** A service whose replay runs when it begins, and has the result when it is read. */
    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/api/v1/replays", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String answer = exchange.getRequestMethod().equals("POST")
                    ? "{\"id\": \"r1\", \"state\": \"running\", \"replayed\": 0}"
                    : result;
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

    private Outcome run(String... arguments) {
        return CommandFixture.run(Stream.concat(
                        Stream.of(
                                "replay",
                                "--server",
                                "http://localhost:" + service.getAddress().getPort()),
                        Stream.of(arguments))
                .toArray(String[]::new));
    }

    @Test
    void noteIsPrintedAndTheExitCodeSaysWhetherAllIsTheSame() {
        result =
                "{\"id\": \"r1\", \"state\": \"ended\", \"selection\": {}, \"replayed\": 7, \"different\": 0, \"missing\": 0, \"mismatches\": [], \"note\": \"sheshim-replay/v1\"}";
        assertThat(run("--all"))
                .isEqualTo(new Outcome(0, "sheshim-replay/v1\n7 decisions: every verdict is the same\n"));
        assertThat(asked).first().asString().startsWith("POST /api/v1/replays {");

        result = result.replace(
                "\"different\": 0, \"missing\": 0, \"mismatches\": []",
                """
                "different": 1, "missing": 0, "mismatches": [{"entry": 5, "decision": "d5", "why": "the verdict is another"}]""");
        assertThat(run("--all").exit()).isEqualTo(1);
        result = result.replace("\"different\": 1, \"missing\": 0", "\"different\": 0, \"missing\": 1");
        assertThat(run("--all").text()).endsWith("the same; case files that are gone without an erasure: 1\n");
        assertThat(run("--all").exit()).isEqualTo(1);
        result = result.replace("\"different\": 0, \"missing\": 1", "\"different\": 1, \"missing\": 0");
        assertThat(run("--all").text())
                .contains("entry 5, decision d5: the verdict is another", "7 decisions: 1 verdicts are others");
    }

    @Test
    void noteOfAnotherSelectionIsNoResult() {
        result =
                "{\"id\": \"r1\", \"state\": \"ended\", \"selection\": {\"from\": \"2026-11-01\", \"newest\": 10}, \"replayed\": 7, \"different\": 0, \"missing\": 0, \"mismatches\": [], \"note\": \"sheshim-replay/v1\"}";
        assertThat(run("--from", "2026-11-01", "--newest", "10").exit()).isZero();
        assertThat(asked).anyMatch(each -> each.contains("2026-11-01") && each.contains("10"));
        assertThat(run("--all"))
                .isEqualTo(
                        new Outcome(
                                2,
                                "The service has replayed another selection than the one that was asked for: {from=2026-11-01, newest=10}\n"));
        assertThat(run("--from", "2026-11-01").exit()).isEqualTo(2);
    }

    @Test
    void replayThatDidNotEndIsNoResult() {
        result = "{\"id\": \"r1\", \"state\": \"cancelled\", \"selection\": {}, \"replayed\": 3}";
        assertThat(run("--all")).isEqualTo(new Outcome(2, "The replay is cancelled after 3 decisions\n"));
    }

    @Test
    void whichDecisionsIsSaid() {
        assertThat(run().exit()).isEqualTo(2);
        assertThat(run("--all", "--newest", "3").exit()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }
}
