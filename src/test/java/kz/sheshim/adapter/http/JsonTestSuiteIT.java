package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The parsing corpus of JSONTestSuite, each file as a body (src/test/resources/json/README.md). */
@QuarkusTest
class JsonTestSuiteIT {
    private static final String TWICE = "stands twice; which one is meant would be a guess";

    private static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (InputStream resource = JsonTestSuiteIT.class.getResourceAsStream("/json/json-test-suite.zip");
                ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(resource))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static Response post(byte[] body) {
        return given().contentType("application/json").body(body).post("/api/v1/decisions");
    }

    @Test
    void everyFileIsAcceptedOrRefusedAsItsNameSays() throws IOException {
        Map<String, byte[]> files = files();
        assertThat(files).hasSize(318);
        files.forEach((name, body) -> {
            Response answer = post(body);
            assertThat(answer.contentType()).as(name).startsWith("application/problem+json");
            switch (name.charAt(0)) {
                case 'y' -> assertThat(isRefusedAsJson(answer)).as(name).isFalse();
                case 'n' -> assertThat(isRefusedAsJson(answer)).as(name).isTrue();
                default -> assertThat(answer.statusCode()).as(name).isIn(400, 422);
            }
        });
    }

    /** A member that stands twice is JSON, and refused with 400 too. */
    private static boolean isRefusedAsJson(Response answer) {
        assertThat(answer.statusCode()).isIn(400, 422);
        return answer.statusCode() == 400
                && !answer.jsonPath().getList("errors.message").contains(TWICE);
    }
}
