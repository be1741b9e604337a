package kz.sheshim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.adapter.embedded.EmbeddedServer;
import kz.sheshim.adapter.embedded.SharedPrograms;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.postgres.PostgresFixture;
import kz.sheshim.policy.PolicyArchive;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A dossier is made in the memory of one service. When that one is killed, another makes it as soon as somebody asks. */
@Timeout(300)
class DossierOfADeadServiceIT {
    private static final Path POLICY = Path.of("src/test/resources/policies/heating-allowance");

    @TempDir
    Path folder;

    private final List<ServiceProcessFixture> services = new ArrayList<>();

    @Test
    void anotherServiceMakesItWithinAMinute() throws Exception {
        SharedPrograms.in(folder);
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
            assertThat(dossiers(database)).isZero();

            String draft =
                    new ObjectMapper().readTree(opened.body()).at("/draft/id").asText();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> other.getAs(key, "/api/v1/drafts/" + draft + "/dossier")
                                    .statusCode()
                            == 200);
            assertThat(dossiers(database)).isOne();
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (ServiceProcessFixture service : services) {
            service.kill();
        }
        SharedPrograms.unlink(folder);
    }

    private ServiceProcessFixture launch(EmbeddedServer database) {
        ServiceProcessFixture service = ServiceProcessFixture.launch(database, folder, POLICY, "-Xmx400m");
        services.add(service);
        return service;
    }

    private static long dossiers(EmbeddedServer database) throws SQLException {
        try (Connection connection = PostgresFixture.owner(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM dossier")) {
            row.next();
            return row.getLong(1);
        }
    }
}
