package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.DeskFixture.browser;
import static kz.sheshim.adapter.http.desk.DeskFixture.signIn;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.Role;
import kz.sheshim.access.Sessions;
import org.junit.jupiter.api.Test;

/** What somebody without a session can do at the desk, and how sessions begin and end. */
@QuarkusTest
@TestProfile(DeskFixture.SmallPolicy.class)
class SignInIT {
    @Inject
    Sessions sessions;

    @Test
    void theLanguageIsChosenBeforeSigningIn() {
        browser()
                .formParam("language", "ru")
                .formParam("next", "/desk/sign-in?next=%2Fdesk%2Ftables")
                .post("/desk/language")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/desk/sign-in?next=%2Fdesk%2Ftables"))
                .cookie(Desk.LANGUAGE, "ru");
    }

    @Test
    void whoHasNoSessionCanSignOutAgain() {
        String session = signIn("twice", Role.ANALYST);
        for (int i = 0; i < 2; i++) {
            with(session)
                    .post("/desk/sign-out")
                    .then()
                    .statusCode(303)
                    .header("Location", equalTo("/desk/sign-in"))
                    .header("Clear-Site-Data", equalTo("\"cache\""));
        }
    }

    @Test
    void aLinkSignsInByItsButtonOnly() {
        ApiKeys.NewKey key = CallerFixture.make("newcomer", EnumSet.of(Role.ANALYST), Duration.ofHours(1));
        String once = sessions.once(key.key());
        String link = "/desk/sign-in?once=" + once;
        browser().head(link).then().statusCode(200).header("Set-Cookie", nullValue());
        browser()
                .get(link)
                .then()
                .statusCode(200)
                .header("Set-Cookie", nullValue())
                .body(
                        containsString("name=\"once\" value=\"" + once + "\""),
                        not(containsString("This link was used")));
        String session = browser()
                .formParam("once", once)
                .post("/desk/sign-in")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/desk"))
                .extract()
                .cookie(SessionCookie.NAME);
        with(session).get("/desk").then().statusCode(200).body(containsString("newcomer"));
        browser()
                .formParam("once", once)
                .post("/desk/sign-in")
                .then()
                .statusCode(403)
                .body(containsString("This link was used"));
    }

    @Test
    void aNewSessionEndsTheOneThatItReplaces() {
        String old = signIn("first", Role.ANALYST);
        ApiKeys.NewKey key = CallerFixture.make("second", EnumSet.of(Role.ANALYST), Duration.ofHours(1));
        String session = with(old)
                .formParam("key", key.text().reveal())
                .post("/desk/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .cookie(SessionCookie.NAME);
        with(session).get("/desk").then().statusCode(200).body(containsString("second"));
        with(old).get("/desk").then().statusCode(303);
    }

    /** A browser that takes a page to show. */
    private static RequestSpecification visitor(String from) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Site", from);
    }

    /** The cookie of the session is not sent with it, though there may be one. */
    @Test
    void aLinkFromAnotherSiteGoesOnFromOurOwn() {
        for (String from : List.of("cross-site", "same-site")) {
            visitor(from)
                    .urlEncodingEnabled(false)
                    .get("/desk/tables?q=a%22b&revision=x")
                    .then()
                    .statusCode(200)
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Cache-Control", containsString("no-cache"))
                    .body(
                            containsString("content=\"0; url=/desk/tables?q=a%22b&amp;revision=x\""),
                            containsString("<a href=\"/desk/tables?q=a%22b&amp;revision=x\">"));
        }
        visitor("same-origin").get("/desk/tables?q=x").then().statusCode(303);
        visitor("none").get("/desk/tables?q=x").then().statusCode(303);
        visitor("cross-site").get("/desk/sign-in").then().statusCode(200).body(containsString("name=\"key\""));
        RestAssured.given()
                .redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "cross-site")
                .header("HX-Request", "true")
                .get("/desk/tables")
                .then()
                .statusCode(401);
        for (String strange : List.of("//evil.example/desk", "/desk/..//evil.example", "/desk/%2e%2e/x")) {
            visitor("cross-site")
                    .urlEncodingEnabled(false)
                    .get(strange)
                    .then()
                    .body(not(containsString("url=//")), not(containsString("url=/desk/..")));
        }
    }

    @Test
    void signingInNeverLeavesTheDesk() {
        String key = CallerFixture.make("wanderer", EnumSet.of(Role.ANALYST), Duration.ofHours(1))
                .text()
                .reveal();
        for (String next : List.of(
                "/desk/../../evil",
                "/desk/..",
                "/desk/%2e%2e/evil",
                "/desk/.%2E/evil",
                "/desk/%252e%252e/evil",
                "/desk/..%2fevil",
                "/desk/x%5c..%5cevil",
                "/desk//evil.example",
                "/desk/./x")) {
            browser()
                    .formParam("key", key)
                    .formParam("next", next)
                    .post("/desk/sign-in")
                    .then()
                    .statusCode(303)
                    .header("Location", equalTo("/desk"));
        }
        for (String next :
                List.of("/desk/tables?q=a..b%2F..%2Fc", "/desk/tables/a.b/rules/A%20%D0%B1-1", "/desk?q=//x")) {
            browser()
                    .formParam("key", key)
                    .formParam("next", next)
                    .post("/desk/sign-in")
                    .then()
                    .statusCode(303)
                    .header("Location", equalTo(next));
        }
    }

    @Test
    void aBrowserAtTheRootGetsTheDesk() {
        visitor("none").get("/").then().statusCode(303).header("Location", equalTo("/desk"));
        browser().get("/favicon.ico").then().statusCode(303).header("Location", equalTo("/desk/assets/icon.svg"));
        RestAssured.given()
                .redirects()
                .follow(false)
                .accept("application/json")
                .get("/")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        RestAssured.given().redirects().follow(false).get("/").then().statusCode(401);
    }
}
