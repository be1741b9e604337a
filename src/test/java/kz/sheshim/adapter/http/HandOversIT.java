package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import kz.sheshim.ApplicationFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators ask of hand-overs over HTTP; here to a destination that is not among the settings, so that nothing is tried. */
@QuarkusTest
class HandOversIT {
    @Inject
    DataSource database;

    private final String destination = "d" + UUID.randomUUID();

    private ValidatableResponse get(String parameters) {
        return given().get("/api/v1/hand-overs" + parameters).then();
    }

    private ValidatableResponse post(Object number, String what) {
        return given().post("/api/v1/hand-overs/" + number + "/" + what).then();
    }

    /** A decision whose action could not be handed over. */
    private long dead() throws SQLException {
        int entry = given().contentType("application/json")
                .body(new ApplicationFixture().body())
                .post("/api/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO hand_over (entry, place, action, destination, application, state, attempts,"
                    + " failing_since, failure) VALUES (" + entry + ", 1, 'ring-the-bell', '" + destination + "', '"
                    + UUID.randomUUID() + "', 'dead', 3, '2026-11-23T15:00:00Z', 'HTTP status 503')");
        }
        int number = get("?destination=" + destination + "&limit=1")
                .statusCode(200)
                .extract()
                .path("handOvers[0].number");
        return number;
    }

    @Test
    void deadLettersAreListedWithWhatWentWrong() throws SQLException {
        dead();
        dead();

        get("?state=dead&destination=" + destination)
                .statusCode(200)
                .body("handOvers", hasSize(2))
                .body("handOvers[0].action", equalTo("ring-the-bell"))
                .body("handOvers[0].state", equalTo("dead"))
                .body("handOvers[0].attempts", equalTo(3))
                .body("handOvers[0].failure", equalTo("HTTP status 503"))
                .body("handOvers[0].failingSince", equalTo("2026-11-23T15:00:00.000Z"));
        get("?state=delivered&destination=" + destination).body("handOvers", hasSize(0));
        int next = get("?limit=1&destination=" + destination).extract().path("next");
        get("?limit=1&destination=" + destination + "&after=" + next).body("handOvers", hasSize(1));
    }

    @Test
    void deadLetterIsRetriedOrGivenUp() throws SQLException {
        long number = dead();

        post(number, "retry").statusCode(200).body("state", equalTo("waiting")).body("attempts", equalTo(0));
        post(number, "abandon").statusCode(200).body("state", equalTo("abandoned"));
        post(number, "abandon").statusCode(409).body("type", equalTo("urn:sheshim:problem:hand-over-settled"));
        post(number, "retry").statusCode(409).body("detail", equalTo("The hand-over is abandoned already."));
    }

    @ParameterizedTest
    @CsvSource({
        "?state=lost, state",
        "?stat=dead, stat",
        "?limit=0, limit",
        "?limit=101, limit",
        "?after=x, after",
        "?after=0, after"
    })
    void parameterThatCannotBeReadIsAProblem(String parameters, String name) {
        get(parameters).statusCode(400).contentType("application/problem+json").body("parameter", equalTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999999999", "0", "-1", "x", "9999999999999999999999"})
    void noSuchHandOverIsNotFound(String number) {
        post(number, "retry").statusCode(404).contentType("application/problem+json");
        post(number, "abandon").statusCode(404);
    }
}
