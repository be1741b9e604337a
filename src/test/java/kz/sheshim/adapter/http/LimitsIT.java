package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.ApiKeyStore;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.Test;

/** Who asks for too much is told so, and leaves room for the others. */
@QuarkusTest
@TestProfile(GuardedProfile.class)
class LimitsIT {
    @TestHTTPResource
    URL service;

    @Inject
    ApiKeyStore store;

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgain() throws InterruptedException {
        String key = CallerFixture.make("hasty", Set.of(Role.ANALYST), Duration.ofHours(1))
                .text()
                .reveal();
        Response first = CallerFixture.with(key).get("/api/v1/nothing");
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"requests\";q=10;w=1");
        assertThat(first.header("RateLimit")).isEqualTo("\"requests\";r=9;t=1");
        Response refused = first;
        for (int i = 0; i < 1_000 && refused.statusCode() != 429; i++) {
            refused = CallerFixture.with(key).get("/api/v1/nothing");
        }
        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit", "\"requests\";r=0;t=1")
                .header("Retry-After", "1")
                .body("type", equalTo("https://iana.org/assignments/http-problem-types#quota-exceeded"))
                .body("violated-policies[0]", equalTo("requests"));

        as("patient", Role.ANALYST).get("/api/v1/nothing").then().statusCode(404);
        TimeUnit.SECONDS.sleep(1);
        CallerFixture.with(key).get("/api/v1/nothing").then().statusCode(404);
    }

    @Test
    void whoTakesUpHalfOfTheRoomLeavesTheOtherHalf() throws Exception {
        String greedy = CallerFixture.make("greedy", Set.of(Role.INTAKE), Duration.ofHours(1))
                .text()
                .reveal();
        String head = "POST /api/v1/assessments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + greedy + "\r\nContent-Length: "
                + GuardedProfile.MOST_BYTES / 2 + "\r\n\r\n{";
        try (Socket holding = new Socket(service.getHost(), service.getPort())) {
            holding.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (assess(CallerFixture.with(greedy)).statusCode() != 503) {
                assertThat(System.nanoTime()).isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(300);
            }
            assess(CallerFixture.with(greedy))
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1")
                    .body("type", equalTo("urn:sheshim:problem:overloaded"));
            assess(as("modest", Role.INTAKE)).then().statusCode(200);
        }
    }

    private static Response assess(RequestSpecification caller) {
        return caller.contentType("application/json")
                .body(new ApplicationFixture().body())
                .post("/api/v1/assessments");
    }

    @Test
    void keyThatAnotherReplicaRevokedOpensNothingSoon() throws InterruptedException {
        ApiKeys.NewKey made = CallerFixture.make("elsewhere", Set.of(Role.ANALYST), Duration.ofHours(1));
        store.revoke(made.key().id(), Instant.now());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (CallerFixture.with(made.text().reveal()).get("/api/v1/tables").statusCode() != 401) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
