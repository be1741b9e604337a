package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.as;
import static kz.sheshim.CallerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.Test;

/** Tokens of an OpenID provider, beside API keys in one service. */
@QuarkusTest
@TestProfile(GuardedProfile.class)
class TokensIT {
    private static final String ISSUER = "https://server.example.com";

    private static JwtClaimsBuilder claims(String subject, String... roles) {
        return Jwt.claims()
                .subject(subject)
                .groups(Set.of(roles))
                .issuer(ISSUER)
                .audience("sheshim")
                .expiresIn(Duration.ofMinutes(5));
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId("1").sign();
    }

    private static Response decide(RequestSpecification caller) {
        return caller.contentType("application/json")
                .body(new ApplicationFixture().body())
                .post("/api/v1/decisions");
    }

    private static void assertUnknown(Response answer) {
        answer.then().statusCode(401).contentType("application/problem+json");
        assertThat(answer.asString()).isEqualTo("{\"status\":401,\"title\":\"Unauthorized\"}");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"sheshim\"");
    }

    @Test
    void rolesOfATokenOpenWhatTheyAreFor() {
        String token = sign(claims("a-person-" + UUID.randomUUID(), "intake", "a role of another system"));
        String id = decide(with(token)).then().statusCode(201).extract().path("id");
        with(token).get("/api/v1/decisions").then().statusCode(200).body("decisions.id", contains(id));
        with(token).post("/api/v1/decisions/" + id + "/replay").then().statusCode(403);
        with(token).get("/api/v1/api-keys").then().statusCode(403);
        decide(with(sign(claims("nobody")))).then().statusCode(403);
    }

    @Test
    void senderOfATokenIsNeverTheOwnerOfAKey() {
        String id = decide(as("front-office", Role.INTAKE))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String token = sign(claims("front-office", "intake"));
        with(token).get("/api/v1/decisions/" + id).then().statusCode(404);
        with(token).get("/api/v1/decisions").then().statusCode(200).body("decisions", empty());
    }

    @Test
    void tokenThatIsNotForUsNotOfTheProviderOrNotValidNowIsUnknown() {
        assertUnknown(decide(with(sign(claims("a", "intake").audience("another-service")))));
        assertUnknown(decide(with(sign(claims("a", "intake").issuer("https://another.example.com")))));
        assertUnknown(decide(with(sign(claims("a", "intake").expiresAt(Instant.EPOCH)))));
        String good = sign(claims("a", "intake"));
        assertUnknown(decide(with(good.substring(0, good.length() - 6) + "AAAAAA")));
        assertUnknown(decide(with(claims("a", "intake").jws().signWithSecret("0".repeat(64)))));
        assertUnknown(decide(with("alice")));
        assertUnknown(decide(with("garbage")));
        assertUnknown(decide(with("sheshim_garbage")));
    }
}
