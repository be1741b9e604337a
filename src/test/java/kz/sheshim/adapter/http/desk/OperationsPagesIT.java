package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.DeskFixture.signIn;
import static kz.sheshim.adapter.http.desk.DeskFixture.signInWith;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.Test;

/** Keys, hand-overs, the log, audits and numbers at the desk. */
@QuarkusTest
@TestProfile(DeskFixture.SmallPolicy.class)
class OperationsPagesIT {
    private static final String KEYS = "/desk/operations/keys";

    @Test
    void aKeyIsShownOnceAndItsSessionsEndWithIt() {
        String operator = signIn("operator", Role.OPERATOR);
        Response answer = with(operator)
                .formParam("owner", "window-7")
                .formParam("role", "operator")
                .post(KEYS)
                .then()
                .statusCode(303)
                .extract()
                .response();
        Response shown = with(operator)
                .cookie(SessionCookie.MADE, answer.cookie(SessionCookie.MADE))
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .header("Set-Cookie", allOf(startsWith(SessionCookie.MADE + "="), containsString("Max-Age=0")))
                .extract()
                .response();
        with(operator)
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .body(containsString("The text of this key was shown"), not(containsString("sheshim_")));
        String made = shown.asString();
        String key = find(made, "value=\"(sheshim_[A-Za-z0-9_-]+)\"");
        String session = signInWith(key).then().statusCode(303).extract().cookie(SessionCookie.NAME);
        with(session).get("/desk/operations").then().statusCode(200);
        String list = with(operator)
                .get(KEYS)
                .then()
                .body(not(containsString(key)))
                .extract()
                .asString();
        String revoke = find(list, "window-7</bdi>(?s:.*?)href=\"(" + KEYS + "/[^\"]+/revoke)\"");
        with(operator).get(revoke).then().statusCode(200).body(containsString("is refused at once"));
        with(session).get("/desk/operations").then().statusCode(200);
        with(operator).post(revoke).then().statusCode(303).header("Location", equalTo(KEYS));
        with(session).get("/desk/operations").then().statusCode(303).header("Location", startsWith("/desk/sign-in"));
    }

    @Test
    void theRequestsOfASubmitterAreCountedBesideItsQuota() {
        CallerFixture.with(CallerFixture.make("quota-7", EnumSet.of(Role.INTAKE), Duration.ofHours(1))
                        .text()
                        .reveal())
                .get("/api/v1/tables")
                .then()
                .statusCode(200);
        String page = with(signIn("operator", Role.OPERATOR)).get(KEYS).asString();
        assertThat(page.substring(page.indexOf("id=\"quotas\"")))
                .contains("may send 12,345 requests a second")
                .contains("<bdi>quota-7</bdi></th><td class=\"number\">1</td><td class=\"number\">0</td>");
    }

    @Test
    void numbersAreWrittenAsTheLanguageDoes() {
        String session = signIn("operator", Role.OPERATOR);
        with(session).header("Accept-Language", "ru").get(KEYS).then().body(containsString(" 12\u00a0345 "));
        with(session).header("Accept-Language", "kk").get(KEYS).then().body(containsString(" 12\u00a0345 "));
    }

    @Test
    void anOperatorSeesWhichKeyIsDead() {
        String used = CallerFixture.make("alive-7", EnumSet.of(Role.INTAKE), Duration.ofHours(1))
                .text()
                .reveal();
        CallerFixture.make("dead-7", EnumSet.of(Role.INTAKE), Duration.ofHours(1));
        CallerFixture.with(used).get("/api/v1/tables").then().statusCode(200);
        String session = signIn("operator", Role.OPERATOR);
        await().untilAsserted(() -> {
            String list = with(session).get(KEYS).asString();
            assertThat(lastUse(list, "alive-7")).matches("20[0-9-]{8} [0-9:]{8}");
            assertThat(lastUse(list, "dead-7")).isEqualTo("never seen");
        });
        CallerFixture.as("operator", Role.OPERATOR)
                .get("/api/v1/api-keys")
                .then()
                .body("keys.find { it.owner == 'alive-7' }.lastUsed", startsWith("20"))
                .body("keys.find { it.owner == 'dead-7' }.lastUsed", nullValue());
    }

    private static String lastUse(String page, String owner) {
        return find(page, owner + "</bdi>(?:(?!</tr>)(?s:.))*<td>([^<]*)</td><td>(?:<a|</td>)");
    }

    @Test
    void aKeyThatCannotBeMadeIsAskedForAgain() {
        with(signIn("operator", Role.OPERATOR))
                .formParam("owner", "\"><script>")
                .formParam("role", "operator")
                .post(KEYS)
                .then()
                .statusCode(400)
                .body(containsString("&quot;Owner&quot; must be"), not(containsString("<script>")));
    }

    @Test
    void aLeakedKeyIsNamedByItsText() {
        String operator = signIn("operator", Role.OPERATOR);
        String leaked = CallerFixture.make("leaky-7", EnumSet.of(Role.INTAKE), Duration.ofHours(1))
                .text()
                .reveal();
        with(operator)
                .formParam("key", " " + leaked)
                .post(KEYS + "/owner")
                .then()
                .statusCode(200)
                .body(containsString("It is a valid key of <bdi>leaky-7</bdi>"), not(containsString(leaked)));
        with(operator)
                .formParam("key", "sheshim_invented")
                .post(KEYS + "/owner")
                .then()
                .statusCode(200)
                .body(containsString("No valid key has this text"), not(containsString("sheshim_invented")));
        with(signIn("window", Role.INTAKE))
                .formParam("key", leaked)
                .post(KEYS + "/owner")
                .then()
                .statusCode(403);
    }

    @Test
    void theStartPageOfAnOperatorCountsDeadLettersAndRetryingIsConfirmed() {
        String operator = signIn("operator", Role.OPERATOR);
        with(operator).get("/desk").then().statusCode(200).body(containsString("Dead letters: 0"));
        with(signIn("window", Role.INTAKE)).get("/desk").then().body(not(containsString("Dead letters")));
        String answer = with(operator)
                .formParams(Map.of("number", "1", "state", "dead", "destination", ""))
                .post("/desk/operations/hand-overs/retry")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(answer).endsWith("&tried=0");
        with(operator).get(answer).then().statusCode(200).body(containsString("Tried again: 0."));
    }

    @Test
    void everyPageOpens() {
        String session = signIn("operator", Role.OPERATOR, Role.AUDITOR);
        for (String page :
                List.of("", "/keys", "/hand-overs", "/hand-overs?state=", "/log", "/log/resume", "/audits")) {
            with(session).get("/desk/operations" + page).then().statusCode(200);
        }
        with(session).get("/desk/numbers").then().statusCode(200).body(containsString("<svg class=\"chart\""));
        Map.of(
                        "days", "day,outcome,decisions",
                        "grounds", "ground,decisions",
                        "facts", "field,code,decisions",
                        "submitters", "submitter,decisions",
                        "silent-rules", "table,rule")
                .forEach((name, head) -> with(session)
                        .get("/desk/numbers/" + name + ".csv?days=7")
                        .then()
                        .statusCode(200)
                        .body(startsWith(head + "\r\n")));
        with(session).get("/desk/operations/hand-overs/1/abandon").then().statusCode(404);
    }

    @Test
    void aRunSaysWhoAskedForIt() {
        String auditor = signIn("auditor-7", Role.AUDITOR);
        with(auditor).post("/desk/operations/audits/audit").then().statusCode(303);
        with(auditor).get("/desk/operations/audits").then().body(containsString("<bdi>auditor-7</bdi></p>"));
    }

    @Test
    void aRoleSeesItsOwnPages() {
        String auditor = signIn("auditor", Role.AUDITOR);
        with(auditor).get("/desk/operations").then().statusCode(200).body(not(containsString(KEYS)));
        with(auditor).get(KEYS).then().statusCode(403);
        with(signIn("operator", Role.OPERATOR))
                .get("/desk/operations/audits")
                .then()
                .statusCode(403);
        with(signIn("window", Role.INTAKE)).get("/desk/numbers").then().statusCode(403);
    }

    private static String find(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
