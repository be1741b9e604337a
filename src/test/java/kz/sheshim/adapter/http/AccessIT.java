package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.as;
import static kz.sheshim.CallerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.KeyText;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and to what. */
@QuarkusTest
class AccessIT {
    private static final String UNAUTHORIZED = "{\"status\":401,\"title\":\"Unauthorized\"}";

    @Inject
    DataSource database;

    private static Response decide(RequestSpecification caller) {
        return caller.contentType("application/json")
                .body(new ApplicationFixture().body())
                .post("/api/v1/decisions");
    }

    /** Nothing in the answer tells one reason from another. */
    private static void assertUnknown(Response answer) {
        answer.then().statusCode(401).contentType("application/problem+json");
        assertThat(answer.asString()).isEqualTo(UNAUTHORIZED);
        assertThat(answer.headers().getValues("WWW-Authenticate")).containsExactly("Bearer realm=\"sheshim\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/decisions",
                "/api/v1/decisions/00000000-0000-0000-0000-000000000000",
                "/api/v1/tables",
                "/api/v1/vocabulary",
                "/api/v1/application-schema",
                "/api/v1/revisions",
                "/api/v1/api-keys",
                "/api/v1/nothing",
                "/q/metrics",
                "/q/nothing",
                "/"
            })
    void withoutAKeyNothingIsOpen(String path) {
        assertUnknown(RestAssured.given().get(path));
    }

    @Test
    void withoutAKeyNothingIsDecided() {
        assertUnknown(decide(RestAssured.given()));
        assertUnknown(RestAssured.given().body(new byte[2_000_000]).post("/api/v1/assessments"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/openapi", "/q/swagger-ui/"})
    void healthAndTheContractAreOpen(String path) {
        RestAssured.given().get(path).then().statusCode(200);
    }

    /** Whoever asks for it costs next to nothing: it is made once for a revision. */
    @Test
    void contractIsKeptAndKnownByItsTag() {
        String yaml = RestAssured.given().get("/q/openapi").then().extract().header("ETag");
        String json = RestAssured.given()
                .accept("application/json")
                .get("/q/openapi")
                .then()
                .contentType("application/json;charset=UTF-8")
                .extract()
                .header("ETag");
        assertThat(json)
                .isNotEqualTo(yaml)
                .isEqualTo(RestAssured.given()
                        .get("/q/openapi?format=json")
                        .then()
                        .extract()
                        .header("ETag"));
        RestAssured.given()
                .header("If-None-Match", yaml)
                .get("/q/openapi")
                .then()
                .statusCode(304);
    }

    @Test
    void keyThatIsExpiredRevokedInventedOrMistypedIsUnknown() {
        ApiKeys.NewKey expired = CallerFixture.make("office", EnumSet.allOf(Role.class), Duration.ofSeconds(-1));
        assertUnknown(decide(with(expired.text().reveal())));

        ApiKeys.NewKey key = CallerFixture.make("office", Set.of(Role.INTAKE), Duration.ofHours(1));
        decide(with(key.text().reveal())).then().statusCode(201);
        as("chief", Role.OPERATOR)
                .delete("/api/v1/api-keys/" + key.key().id())
                .then()
                .statusCode(204);
        assertUnknown(decide(with(key.text().reveal())));

        assertUnknown(
                decide(with(KeyText.random(new java.security.SecureRandom()).reveal())));
        assertUnknown(decide(with(key.text().reveal() + "0")));
        assertUnknown(decide(with("sheshim_")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer garbage", "Bearer a.b.c", "Basic YTpi", "sheshim_x", "\t"})
    void whatIsNoKeyIsUnknown(String authorization) {
        assertUnknown(decide(RestAssured.given().header("Authorization", authorization)));
    }

    @ParameterizedTest
    @CsvSource({
        "INTAKE,   POST /decisions, POST /assessments, GET /decisions, GET /tables",
        "ANALYST,  POST /assessments, GET /tables,,",
        "APPROVER, POST /assessments, GET /tables,,",
        "AUDITOR,  GET /decisions, POST /decisions/ID/replay, GET /tables,",
        "OPERATOR, GET /api-keys, GET /tables, GET /metrics,"
    })
    void eachRoleOpensWhatItIsFor(Role role, String first, String second, String third, String fourth) {
        List<String> open = java.util.stream.Stream.of(first, second, third, fourth)
                .filter(java.util.Objects::nonNull)
                .toList();
        String id = decide(as("office", Role.INTAKE))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (String call : List.of(
                "POST /decisions",
                "POST /assessments",
                "GET /decisions",
                "POST /decisions/ID/replay",
                "GET /tables",
                "GET /api-keys",
                "GET /metrics")) {
            String path = call.substring(call.indexOf('/')).replace("ID", id);
            RequestSpecification caller = as("somebody", role)
                    .contentType("application/json")
                    .basePath(path.equals("/metrics") ? "/q" : "/api/v1");
            Response answer = call.startsWith("POST")
                    ? caller.body(
                                    path.endsWith("/replay")
                                            ? "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                            : new ApplicationFixture().body())
                            .post(path)
                    : caller.get(path);
            if (open.contains(call)) {
                assertThat(answer.statusCode()).as(call).isIn(200, 201, 404);
            } else {
                assertThat(answer.statusCode()).as(call).isEqualTo(403);
                assertThat(answer.contentType()).startsWith("application/problem+json");
                assertThat(answer.asString()).as(call).doesNotContain("role", "operator", "intake", "auditor");
            }
        }
    }

    @Test
    void intakeSystemSeesOnlyItsOwnDecisions() {
        String id = decide(as("office-a", Role.INTAKE))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/api/v1/decisions/" + id;
        as("office-a", Role.INTAKE).get(path).then().statusCode(200).body("id", equalTo(id));
        as("office-a", Role.INTAKE, Role.ANALYST).get(path).then().statusCode(200);
        as("office-a", Role.INTAKE).get("/api/v1/decisions").then().body("decisions.id", contains(id));

        String foreign = as("office-b", Role.INTAKE)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .extract()
                .asString();
        String none = UUID.randomUUID().toString();
        assertThat(foreign.replace(id, none))
                .isEqualTo(as("office-b", Role.INTAKE)
                        .get("/api/v1/decisions/" + none)
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString());
        as("office-b", Role.INTAKE, Role.OPERATOR, Role.ANALYST, Role.APPROVER)
                .get("/api/v1/decisions")
                .then()
                .body("decisions", empty());

        as("auditor", Role.AUDITOR).get(path).then().statusCode(200);
        as("auditor", Role.AUDITOR).get("/api/v1/decisions?limit=100").then().body("decisions.id", hasItem(id));
    }

    @Test
    void keyIsShownOnceAndKeptAsAHash() throws Exception {
        RequestSpecification operator = as("chief", Role.OPERATOR);
        var made = operator.contentType("application/json")
                .body("{\"owner\": \"mission-abroad\", \"roles\": [\"intake\", \"auditor\"]}")
                .post("/api/v1/api-keys")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("owner", equalTo("mission-abroad"))
                .body("roles", contains("intake", "auditor"))
                .body("expires", notNullValue())
                .extract();
        String key = made.path("key");
        assertThat(key).matches("sheshim_[A-Za-z0-9_-]{43}_[0-9a-f]{8}");
        decide(with(key)).then().statusCode(201);

        String list = as("chief", Role.OPERATOR)
                .get("/api/v1/api-keys")
                .then()
                .statusCode(200)
                .body("keys[0].owner", notNullValue())
                .body("keys[0]", not(hasKey("key")))
                .body("keys.find { it.id == '" + made.path("id") + "' }.revoked", nullValue())
                .extract()
                .asString();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT string_agg(api_key::text, ' ') FROM api_key")) {
            row.next();
            for (String place : List.of(list, row.getString(1))) {
                assertThat(place).contains("mission-abroad").doesNotContain(key, key.substring(8, 51));
            }
        }

        String path = "/api/v1/api-keys/" + made.path("id");
        as("chief", Role.OPERATOR).delete(path).then().statusCode(204);
        as("chief", Role.OPERATOR).delete(path).then().statusCode(204);
        assertUnknown(decide(with(key)));
        as("chief", Role.OPERATOR)
                .get("/api/v1/api-keys")
                .then()
                .body("keys.find { it.id == '" + made.path("id") + "' }.revoked", notNullValue());
        as("chief", Role.OPERATOR)
                .delete("/api/v1/api-keys/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"owner\": \"a\"}",
                "{\"roles\": [\"intake\"]}",
                "{\"owner\": \"a\", \"roles\": []}",
                "{\"owner\": \"a\", \"roles\": [\"INTAKE\"]}",
                "{\"owner\": \"a\", \"roles\": \"intake\"}",
                "{\"owner\": \"oidc:a\", \"roles\": [\"intake\"]}",
                "{\"owner\": \"\", \"roles\": [\"intake\"]}",
                "{\"owner\": \"a\", \"roles\": [\"intake\"], \"expiry\": \"2027-01-01T00:00:00Z\"}",
                "{\"owner\": \"a\", \"roles\": [\"intake\"], \"expires\": \"2020-01-01T00:00:00Z\"}",
                "{\"owner\": \"a\", \"roles\": [\"intake\"], \"expires\": \"+1000000000-12-31T23:59:59Z\"}",
                "{\"owner\": \"a\", \"roles\": [\"intake\"], \"expires\": 7}"
            })
    void keyIsMadeForAnOwnerHisRolesAndATimeOrNotAtAll(String body) {
        as("chief", Role.OPERATOR)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/api-keys")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sheshim:problem:bad-parameter"));
    }
}
