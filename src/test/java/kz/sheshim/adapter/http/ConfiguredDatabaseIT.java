package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.FolderFixture;
import kz.sheshim.adapter.embedded.EmbeddedServer;
import kz.sheshim.adapter.embedded.SharedPrograms;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** With a JDBC URL the service records there and starts no server; when that database is gone, nothing is decided. */
@QuarkusTest
@TestProfile(ConfiguredDatabaseIT.Configured.class)
@QuarkusTestResource(value = ConfiguredDatabaseIT.OwnServer.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConfiguredDatabaseIT {
    private static final Path NO_SERVER = Path.of("target/must-not-be-made");

    /** Where the service would start a server of its own. */
    public static final class Configured implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sheshim.embedded.data-dir", NO_SERVER.toString());
        }
    }

    /** A server that is not the service's. */
    public static final class OwnServer implements QuarkusTestResourceLifecycleManager {
        private static EmbeddedServer server;
        private Path folder;

        @Override
        public Map<String, String> start() {
            try {
                folder = Files.createTempDirectory("sheshim-own-server");
                SharedPrograms.in(folder);
                server = EmbeddedServer.start(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of(
                    "quarkus.datasource.jdbc.url", server.jdbcUrl(),
                    "quarkus.datasource.username", server.username(),
                    "quarkus.datasource.password", server.password(),
                    "quarkus.flyway.username", server.owner(),
                    "quarkus.flyway.password", server.ownerPassword(),
                    "sheshim.log.folder", folder.resolve("log").toString());
        }

        @Override
        public void stop() {
            server.close(); // as the test does, at its end
            FolderFixture.delete(folder);
        }
    }

    @Test
    @Order(1)
    void decisionIsRecordedInTheConfiguredDatabaseOnly() throws Exception {
        String id = given().contentType("application/json")
                .body(new ApplicationFixture().body())
                .post("/api/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        EmbeddedServer server = OwnServer.server;
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT outcome FROM log_entry WHERE decision = '" + id + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("acceptance-refused");
        }
        assertThat(NO_SERVER).doesNotExist();
    }

    @Test
    @Order(2)
    void withoutTheDatabaseThereIsNoVerdict() {
        OwnServer.server.close();
        given().contentType("application/json")
                .body(new ApplicationFixture().body())
                .post("/api/v1/decisions")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("urn:sheshim:problem:log-unavailable"));
        given().get("/api/v1/drafts")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo("urn:sheshim:problem:log-unavailable"));
        given().get("/q/health/ready").then().statusCode(503);
        given().contentType("application/json")
                .body(new ApplicationFixture().body())
                .post("/api/v1/assessments")
                .then()
                .statusCode(200);
    }

    @Test
    @Order(3)
    void outageIsToldOnceInTheLogAndInNoWordsOfTheServerOutside() {
        List<String> errors = Collections.synchronizedList(new ArrayList<>());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() > Level.WARNING.intValue()) {
                    errors.add(line.getLoggerName());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("kz.sheshim");
        log.addHandler(handler);
        try {
            String answers = given().config(RestAssuredConfig.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                    .contentType("application/x-ndjson")
                    .body((new ApplicationFixture() + "\n").repeat(20))
                    .post("/api/v1/decisions")
                    .asString();
            assertThat(answers.lines()).hasSize(20).allMatch(line -> line.contains("log-unavailable"));
            assertThat(given().get("/q/health/ready").asString())
                    .contains("decisions cannot be recorded")
                    .doesNotContain("SQLSTATE", "onnection", "127.0.0.1");
        } finally {
            log.removeHandler(handler);
        }
        assertThat(errors).as("said, or said by the test before").hasSizeLessThanOrEqualTo(2);
    }
}
