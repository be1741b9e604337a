package kz.sheshim;

import static kz.sheshim.CallerFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What the README shows is what happens. */
@QuarkusTest
class ReadmeIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> CHANGING = List.of("id", "entry", "decidedAt", "revision");

    @TestHTTPResource("/")
    URL service;

    @ConfigProperty(name = "sheshim.embedded.data-dir")
    String data;

    @Test
    void theFirstRequestGetsTheAnswerThatIsShown() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String shown = between(readme.substring(readme.indexOf("```json")), "```json\n", "\n```");

        String answer = run("curl" + between(readme, "```sh\ncurl", "\n```"));
        ObjectNode whole = withoutChanging(answer);
        assertThat(whole.remove("matched")).as("not shown").isNotEmpty();
        assertThat(whole.remove("leaf").asText()).as("not shown").hasSize(44);
        whole.get("grounds").forEach(ground -> assertThat(((ObjectNode) ground.get("citation")).remove("act"))
                .as("not shown")
                .isNotNull());
        whole.get("grounds").forEach(ground -> assertThat(((ObjectNode) ground).remove("citations"))
                .as("not shown")
                .hasSize(1));
        assertThat(whole).isEqualTo(withoutChanging(shown));
    }

    @Test
    void theReplayThatIsShownIsIdentical() throws Exception {
        String id = given().contentType("application/json")
                .body(new ApplicationFixture().body())
                .post("/api/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String command = Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("curl") && line.contains("ID/replay"))
                .findFirst()
                .orElseThrow();
        assertThat(run(command.replace("ID/", id + "/"))).contains("\"identical\":true");
    }

    /** What a command prints that is copied from the README into a shell; only the service and its data are elsewhere here. */
    private String run(String command) throws Exception {
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        command.replace(
                                        "http://localhost:8080",
                                        service.toString().replaceAll("/$", ""))
                                .replace("data/postgres", data))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static ObjectNode withoutChanging(String json) throws IOException {
        ObjectNode node = (ObjectNode) MAPPER.readTree(json);
        CHANGING.forEach(name -> assertThat(node.remove(name)).as(name).isNotNull());
        return node;
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
