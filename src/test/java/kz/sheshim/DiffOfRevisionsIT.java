package kz.sheshim;

import static kz.sheshim.CallerFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import kz.sheshim.policy.PolicyFile;
import org.junit.jupiter.api.Test;

/** Auditors take home the rules of a revision, and compare it with others. */
@QuarkusTest
class DiffOfRevisionsIT {
    @TestHTTPResource("/")
    URL service;

    private static String revision() {
        return given().contentType("application/json")
                .body(new ApplicationFixture().body())
                .post("/api/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("revision");
    }

    private String diff(String before, String after) {
        StringWriter text = new StringWriter();
        CommandWiring.commandLine(java.time.Clock.systemUTC())
                .setOut(new PrintWriter(text))
                .setErr(new PrintWriter(text))
                .execute("diff", "--server", service.toString(), "--api-key", CallerFixture.key(), before, after);
        return text.toString();
    }

    @Test
    void filesOfARevisionAreThoseThatDecided() throws IOException {
        byte[] archive = given().get("/api/v1/revisions/" + revision() + "/files")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        for (PolicyFile file : new EditedPolicyFixture().files()) {
            assertThat(files.get(file.path())).as(file.path()).isEqualTo(file.bytes());
        }
    }

    @Test
    void revisionIsComparedWithAFolder() {
        assertThat(diff(revision(), ".")).isEqualTo("the same in meaning\n");
    }

    @Test
    void unknownRevisionIsSaidPlainly() {
        assertThat(diff("sha256:" + "0".repeat(64), "."))
                .contains("There is no revision sha256:000", "[not-found]")
                .doesNotContain("\tat ");
        given().get("/api/v1/revisions/sha256:0/files").then().statusCode(404);
    }
}
