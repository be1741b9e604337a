package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.given;
import static kz.sheshim.CallerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An OpenID provider that was never there takes nothing from those who have keys, and is not blamed on those who have tokens. */
@QuarkusTest
@TestProfile(ProviderAwayIT.Away.class)
class ProviderAwayIT {
    /** Nobody listens there. */
    public static final class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/none");
        }
    }

    @Test
    void tokenIsAnsweredThatNobodyCanSayWhoseItIs() {
        String token = Jwt.claims().subject("a").jws().signWithSecret("0".repeat(64));
        for (int i = 0; i < 2; i++) {
            Response answer = with(token).get("/api/v1/tables");

            answer.then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5");
            assertThat(answer.asString())
                    .contains("urn:sheshim:problem:identity-provider-unavailable")
                    .doesNotContain("127.0.0.1");
        }
    }

    @Test
    void keysOpenWhatTheyAlwaysDo() {
        given().get("/api/v1/tables").then().statusCode(200);
    }

    /** There is no client for people here: tokens are for the API. */
    @Test
    void theDeskOffersNoSignInThatIsNotSet() {
        RestAssured.given()
                .get("/desk/sign-in")
                .then()
                .statusCode(200)
                .body(not(containsString("/desk/sign-in/provider")));
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/desk/sign-in/provider")
                .then()
                .statusCode(303)
                .header("Location", "/desk/sign-in?provider=refused");
    }
}
