package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import kz.sheshim.ApplicationFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a body is answered as one problem with every fault, and nothing is decided. */
@QuarkusTest
class StrictReadingIT {

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/decisions")
                .then()
                .contentType("application/problem+json");
    }

    @Test
    void everyFaultIsListedWithItsPathAndTheNearestName() {
        ApplicationFixture application = new ApplicationFixture()
                .set("application.chanel", "state-corporation")
                .set("application.channel", null)
                .set("application.filedAt", "2026-11-20T10:15:00")
                .set("applicant.status", "foreigner ")
                .set("applicant.birthDate", "2023-02-29")
                .set("applicant.ageOnFiling", 30)
                .set("documents.0.copyAttached", "yes")
                .set("documents.1.number", "1")
                .set("remarks.text", "hello");
        post(application.toString())
                .statusCode(422)
                .body("type", equalTo("urn:sheshim:problem:invalid-application"))
                .body("title", equalTo("The application cannot be read"))
                .body(
                        "errors.path",
                        containsInAnyOrder(
                                "$.remarks",
                                "$.application.chanel",
                                "$.application.channel",
                                "$.application.filedAt",
                                "$.applicant.status",
                                "$.applicant.birthDate",
                                "$.applicant.ageOnFiling",
                                "$.documents[0].copyAttached",
                                "$.documents[1].kind"))
                .body("errors.find { it.path == '$.application.chanel' }.nearest", equalTo("channel"))
                .body("errors.find { it.path == '$.applicant.status' }.nearest", equalTo("foreigner"));
    }

    @Test
    void momentsAtTheEndsOfTimeAndBlankTextsAreFaults() {
        for (String moment : List.of("9999-12-31T23:59:00-18:00", "0001-01-01T00:00:00+18:00")) {
            post(new ApplicationFixture().set("application.filedAt", moment).toString())
                    .statusCode(422)
                    .body("errors.path", contains("$.application.filedAt"));
        }
        post(new ApplicationFixture().set("application.reference", " \t").toString())
                .statusCode(422)
                .body("errors.path", contains("$.application.reference"));
    }

    @Test
    void whatTheParserAdvisesProgrammersIsNotSaid() {
        post("{\"application\": NaN}").statusCode(400).body("errors[0].message", not(containsString("enable")));
        post("{\"application\": " + "1".repeat(2_000) + "}")
                .statusCode(400)
                .body("errors[0].message", containsString("too many digits"));
    }

    @Test
    void duplicateMemberIsAFaultAtItsPath() {
        String body = new ApplicationFixture()
                .toString()
                .replaceFirst("\"service\":", "\"service\":\"correction\",\"service\":");
        post(body).statusCode(400).body("errors.path", contains("$.application.service"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "7",
                "\"x\"",
                "{",
                "{\"application\": []}",
                "{\"documents\": [null]}",
                "{\"documents\": {}}"
            })
    void whatIsNoApplicationIsAProblem(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/decisions")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 422))
                .contentType("application/problem+json");
    }

    @Test
    void largeBodyIsRefused() {
        post("{\"application\": \"" + "x".repeat(1_000_000) + "\"}")
                .statusCode(413)
                .body("limit", equalTo(1_000_000));
    }

    @Test
    void deepBodyIsRefused() {
        post("[".repeat(50_000)).statusCode(400).body("errors", hasSize(1));
    }

    @Test
    void otherMediaTypesAndMethodsAreProblems() {
        given().contentType("text/plain")
                .body("x")
                .post("/api/v1/decisions")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().delete("/api/v1/decisions").then().statusCode(405).contentType("application/problem+json");
        given().get("/api/v1/nothing").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "after=0",
                "after=-1",
                "from=2024-02-30",
                "to=x",
                "outcom=granted"
            })
    void wrongParameterIsAProblem(String query) {
        given().get("/api/v1/decisions?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sheshim:problem:bad-parameter"));
    }
}
