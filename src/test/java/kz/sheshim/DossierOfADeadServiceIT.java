package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import kz.sheshim.adapter.embedded.EmbeddedServer;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.policy.PolicyArchive;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A dossier is made in the memory of one service. When that one is killed, another makes it as soon as somebody asks. */
@Timeout(300)
class DossierOfADeadServiceIT extends TakenOverFixture {
    private static final String DOSSIERS = "SELECT count(*) FROM dossier";

    @Test
    void anotherServiceMakesItWithinAMinute() throws Exception {
        try (EmbeddedServer database = EmbeddedServer.start(folder)) {
            ServiceProcessFixture dying = launch(database).ready();
            String key = dying.key();
            ServiceProcessFixture other = launch(database).ready();
            byte[] archive = PolicyArchive.of(new EditedPolicyFixture(new FolderPolicySource(POLICY).files())
                    .set("allowance.xlsx", "Income limits", "E12", "640.8").files().stream()
                            .filter(file -> file.path().endsWith("allowance.xlsx"))
                            .toList());
            HttpResponse<String> opened = HttpClient.newHttpClient()
                    .send(
                            dying.request("/api/v1/drafts?title=Higher%20limit")
                                    .header("Authorization", "Bearer " + key)
                                    .header("Content-Type", "application/zip")
                                    .POST(BodyPublishers.ofByteArray(archive))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
            dying.kill();
            assertThat(numbers(database, DOSSIERS)).containsExactly(0L);

            String draft =
                    new ObjectMapper().readTree(opened.body()).at("/draft/id").asText();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> other.getAs(key, "/api/v1/drafts/" + draft + "/dossier")
                                    .statusCode()
                            == 200);
            assertThat(numbers(database, DOSSIERS)).containsExactly(1L);
        }
    }
}
