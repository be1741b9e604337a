package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.DeskFixture.browser;
import static kz.sheshim.adapter.http.desk.DeskFixture.signIn;
import static kz.sheshim.adapter.http.desk.DeskFixture.signInWith;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.ApiKeys;
import kz.sheshim.access.Role;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The desk without a browser: who gets in, what a page shows to whom, and a change of the law from a row to law in force. */
@QuarkusTest
@TestProfile(DeskFixture.SmallPolicy.class)
class DeskIT {
    private static final String TABLE = "income-limits";

    @Test
    void aStrangerIsSentToSignInAndBack() {
        browser()
                .get("/desk/tables?q=x")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/desk/sign-in?next=%2Fdesk%2Ftables%3Fq%3Dx"));
        browser()
                .header("HX-Request", "true")
                .get("/desk/tables")
                .then()
                .statusCode(401)
                .body(containsString("Your session has ended"), containsString("href=\"/desk/sign-in\""));
        RestAssured.given().get("/desk/sign-in").then().statusCode(200);
        RestAssured.given().get("/desk/assets/desk.css").then().statusCode(200);
        RestAssured.given().get("/webjars/htmx.org/dist/htmx.min.js").then().statusCode(200);
    }

    @Test
    void whatASignedOutPersonTypedIsNotLost() {
        browser()
                .formParam("c0", "typed")
                .post("/desk/rows")
                .then()
                .statusCode(401)
                .body(containsString("What you typed is not lost"));
    }

    @Test
    void signsInAndOut() {
        String session = signIn("gulnara", Role.ANALYST);
        with(session).get("/desk").then().statusCode(200).body(containsString("gulnara"));
        with(session).post("/desk/sign-out").then().statusCode(303);
        with(session).get("/desk").then().statusCode(303);
    }

    @Test
    void theCookieIsForTheDeskAlone() {
        String cookie = signInWith(CallerFixture.key()).then().extract().header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/desk");
        with(signIn("nobody", Role.OPERATOR)).get("/api/v1/api-keys").then().statusCode(401);
    }

    @Test
    void refusesAWrongKey() {
        signInWith("sheshim_invented").then().statusCode(403).body(containsString("This key is not valid"));
    }

    @Test
    void theSessionEndsWithTheKey() {
        ApiKeys.NewKey key = CallerFixture.make("leaked", EnumSet.of(Role.ANALYST), Duration.ofHours(1));
        String session = signInWith(key.text().reveal()).then().extract().cookie(SessionCookie.NAME);
        CallerFixture.as("operator", Role.OPERATOR)
                .delete("/api/v1/api-keys/" + key.key().id())
                .then()
                .statusCode(204);
        with(session).get("/desk").then().statusCode(303);
    }

    @Test
    void takesFormsFromItsOwnPagesOnly() {
        String session = signIn("victim", Role.ANALYST);
        for (Map<String, String> from : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "https://evil.example"))) {
            RestAssured.given()
                    .redirects()
                    .follow(false)
                    .headers(from)
                    .cookie(SessionCookie.NAME, session)
                    .post("/desk/sign-out")
                    .then()
                    .statusCode(403)
                    .body(containsString("The form comes from another site"));
        }
        with(session).get("/desk").then().statusCode(200);
    }

    @Test
    void sendsNobodyToAnotherSite() {
        for (String next : List.of("//evil.example", "https://evil.example", "/desk\\evil", "/api/v1/decisions")) {
            browser()
                    .formParam("language", "ru")
                    .formParam("next", next)
                    .cookie(SessionCookie.NAME, signIn("somebody", Role.ANALYST))
                    .post("/desk/language")
                    .then()
                    .statusCode(303)
                    .header("Location", not(containsString("evil")))
                    .header("Location", not(containsString("/api")));
        }
    }

    @Test
    void pagesForbidForeignScriptsAndFrames() {
        with(signIn("somebody", Role.ANALYST))
                .get("/desk")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void speaksThreeLanguages() {
        String session = signIn("somebody", Role.ANALYST);
        with(session)
                .cookie(Desk.LANGUAGE, "ru")
                .get("/desk/tables")
                .then()
                .body(containsString("<html lang=\"ru\""), containsString("Таблицы"));
        with(session).cookie(Desk.LANGUAGE, "kk").get("/desk/tables").then().body(containsString("Кестелер"));
        with(session)
                .header("Accept-Language", "kk-KZ,en;q=0.5")
                .get("/desk/tables")
                .then()
                .body(containsString("Кестелер"));
    }

    @Test
    void showsOnlyWhatTheRoleMay() {
        String intake = signIn("window", Role.INTAKE);
        with(intake)
                .get("/desk")
                .then()
                .body(not(containsString("/desk/drafts\"")), not(containsString("/desk/operations\"")));
        with(intake).get("/desk/drafts").then().statusCode(403).body(containsString("<html"));
        with(intake).get("/desk/tables/" + TABLE).then().statusCode(200).body(not(containsString("/desk/rows?")));
        with(signIn("auditor", Role.AUDITOR))
                .get("/desk/rows?table=" + TABLE)
                .then()
                .statusCode(403);
    }

    @Test
    void problemsArePages() {
        String session = signIn("somebody", Role.ANALYST, Role.AUDITOR);
        with(session).get("/desk/tables/none").then().statusCode(404).body(containsString("There is no table none."));
        with(session)
                .cookie(Desk.LANGUAGE, "ru")
                .get("/desk/tables/none")
                .then()
                .statusCode(404)
                .body(containsString("<bdi>Таблицы none нет.</bdi>"), not(containsString("There is no")));
        with(session).get("/desk/drafts/none").then().statusCode(404).body(containsString("<html"));
        with(session).get("/desk/tables?revision=none").then().statusCode(404);
        with(session)
                .get("/desk/tables/" + TABLE + "?on=yesterday")
                .then()
                .statusCode(400)
                .body(containsString("2026-11-20"));
        with(session).get("/desk/nothing").then().statusCode(404);
    }

    @Test
    void problemsSpeakTheLanguageOfTheReader() {
        String session = signIn("somebody", Role.INTAKE);
        for (String language : List.of("ru", "kk")) {
            for (String page : List.of("/desk/drafts", "/desk/nothing", "/desk/tables/a/b/c/d")) {
                with(session)
                        .cookie(Desk.LANGUAGE, language)
                        .get(page)
                        .then()
                        .body(
                                containsString("<html lang=\"" + language),
                                not(containsString("<p lang=\"en\">")),
                                not(containsString("Forbidden")),
                                not(containsString("Not Found")),
                                not(containsString("There is nothing")));
            }
            with(session)
                    .cookie(Desk.LANGUAGE, language)
                    .delete("/desk/tables")
                    .then()
                    .statusCode(405)
                    .body(not(containsString("<p lang=\"en\">")), not(containsString("This address")));
        }
        with(session)
                .get("/desk/drafts")
                .then()
                .statusCode(403)
                .body(containsString("None of your roles may do this."));
    }

    @Test
    void anAuditorReadsTheErasuresWithoutSearchingForPeople() {
        String auditor = signIn("aigul", Role.AUDITOR);
        with(auditor)
                .get("/desk/erasures")
                .then()
                .statusCode(200)
                .body(
                        containsString("<a href=\"/desk/erasures\" aria-current=\"page\">"),
                        not(containsString("action=\"/desk/erasures\"")));
        with(auditor)
                .formParam("field", "applicant.name")
                .post("/desk/erasures")
                .then()
                .statusCode(403);
    }

    @Test
    void tablesAreFoundByTheirNames() {
        assertThat(with(signIn("somebody", Role.ANALYST))
                        .get("/desk/tables?q=" + TABLE)
                        .asString())
                .contains("/desk/tables/" + TABLE + "\"", "All tables")
                .doesNotContain("/desk/tables/rates\"");
    }

    @Test
    void theStartPageLeadsEachRoleToItsWork() {
        with(signIn("officer", Role.EMERGENCY)).get("/desk").then().body(containsString("Change the law"));
        String archivist = signIn("archivist", Role.ARCHIVIST);
        with(archivist).get("/desk").then().body(containsString("Find case files by a personal text"));
    }

    @Test
    void theSearchForAReferenceSaysThatItIsExact() {
        with(signIn("auditor", Role.AUDITOR))
                .get("/desk/decisions")
                .then()
                .body(containsString("<label for=\"reference\">Reference <small>in full</small></label>"));
    }

    @Test
    void theLawOverTimeSaysTheWordingOfEachActAndTheTableOfEachRule() {
        String page = with(signIn("somebody", Role.ANALYST))
                .get("/desk/law")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("<th scope=\"col\">Wording</th>")
                .containsPattern(
                        "<a href=\"/desk/tables/[^/\"]+\"><bdi>[^<]+</bdi></a>: <a href=\"/desk/tables/[^/]+/rules/");
    }

    @Test
    void theWordsOfASheetAreExplained() {
        String session = signIn("somebody", Role.ANALYST);
        with(session)
                .cookie(Desk.LANGUAGE, "ru")
                .get("/desk/tables/" + TABLE)
                .then()
                .body(containsString("<dt>Hit policy <small>какие правила решают</small></dt>"));
        with(session)
                .cookie(Desk.LANGUAGE, "kk")
                .get("/desk/tables/" + TABLE)
                .then()
                .body(containsString("<dt>Hit policy <small>"));
        with(session).get("/desk/tables/" + TABLE).then().body(containsString("<dt>Hit policy</dt>"));
    }

    @Test
    void aChangedRowBecomesLawByASecondPerson() {
        String analyst = signIn("dina", Role.ANALYST, Role.APPROVER);
        String page = with(analyst)
                .get("/desk/tables/" + TABLE)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String rule = find(page, "/desk/rows\\?table=" + TABLE + "&amp;rule=([^\"&]+)\"");
        String form = with(analyst)
                .get("/desk/rows?table=" + TABLE + "&rule=" + rule)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Map<String, String> row = Map.of("table", TABLE, "rule", rule, "copy", "false", "seen", seen(form), "c0", rule);
        String limit = find(form, "name=\"(c[0-9]+)\" value=\"[0-9.]*[0-9]{2,}\"");
        with(analyst)
                .formParams(row)
                .formParam(limit, "999.5")
                .post("/desk/rows/preview")
                .then()
                .statusCode(200)
                .body(containsString("999.5"));
        with(analyst)
                .formParams(row)
                .formParam(limit, "no number <b>")
                .post("/desk/rows/preview")
                .then()
                .statusCode(200)
                .body(not(containsString("<b>")));
        with(analyst)
                .cookie(Desk.LANGUAGE, "ru")
                .header("HX-Request", "true")
                .formParams(row)
                .formParam(limit, "no number")
                .post("/desk/rows/preview")
                .then()
                .statusCode(200)
                .body(containsString("<bdi>&quot;no number&quot; не читается."), not(containsString("lang=\"en\"")));
        with(analyst)
                .formParams(row)
                .formParam(limit, "999.5")
                .post("/desk/rows")
                .then()
                .statusCode(422)
                .body(containsString("999.5"), containsString("in a few words"));
        String draft = with(analyst)
                .formParams(row)
                .formParam(limit, "999.5")
                .formParam("title", "Higher <limit>")
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .header("Location", startsWith("/desk/drafts/"))
                .extract()
                .header("Location");
        with(analyst)
                .get(draft)
                .then()
                .statusCode(200)
                .body(containsString("Higher &lt;limit&gt;"), containsString("<del>"), containsString("999.5"));
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> with(analyst)
                .get(draft + "/dossier")
                .then()
                .extract()
                .asString()
                .contains("<div id=\"dossier\">"));
        String about = TABLE + "/" + rule;
        with(analyst)
                .get(draft + "?about=" + about)
                .then()
                .statusCode(200)
                .body(containsString("name=\"about\" value=\"" + about + "\""));
        with(analyst)
                .formParams(Map.of("text", "Is this <b>right</b>?", "about", about))
                .post(draft + "/comments")
                .then()
                .statusCode(303);
        assertThat(with(analyst).get(draft).then().extract().asString())
                .containsPattern("<tr class=\"comments[^\"]*\"><td colspan=\"6\">.*Is this &lt;b&gt;right&lt;/b&gt;")
                .contains("Is this &lt;b&gt;right&lt;/b&gt;?", about)
                .doesNotContain("<b>right");
        with(analyst)
                .formParam("text", "The city raised it.")
                .post(draft + "/proposal")
                .then()
                .statusCode(303);
        with(analyst)
                .get(draft)
                .then()
                .body(
                        not(containsString("/approval\"")),
                        containsString("another person must approve it. They need a key of their own"));
        String approver = signIn("erlan", Role.APPROVER);
        String judged =
                with(approver).get(draft).then().statusCode(200).extract().asString();
        String revision = find(judged, "name=\"revision\" value=\"([^\"]+)\"");
        with(analyst)
                .formParam("revision", revision)
                .formParam("text", "I wrote it.")
                .post(draft + "/approval")
                .then()
                .statusCode(403)
                .body(containsString("cannot approve it"));
        with(approver)
                .formParam("revision", revision)
                .formParam("text", "Seen.")
                .post(draft + "/approval")
                .then()
                .statusCode(303);
        with(approver).get(draft).then().body(containsString("state in-force"));
        with(approver).get("/desk/tables/" + TABLE).then().body(containsString("999.5"));
        with(approver)
                .get("/desk/publications")
                .then()
                .statusCode(200)
                .body(
                        containsString("Seen."),
                        containsString("erlan"),
                        containsString("/desk/publications/compare?from="));
    }

    @Test
    void fromADayOnANewRowTakesThePlaceOfTheOldOneAndAGapIsARowThatCanBeTakenOver() {
        String analyst = signIn("saule", Role.ANALYST);
        String form = with(analyst)
                .get("/desk/rows?table=" + TABLE + "&rule=IL-3")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Map<String, String> row =
                Map.of("table", TABLE, "rule", "IL-3", "copy", "false", "seen", seen(form), "title", "From 2030");
        with(analyst)
                .formParams(row)
                .formParams(Map.of("c0", "IL-3", "from", "soon"))
                .formParam("c4", "1000")
                .post("/desk/rows")
                .then()
                .statusCode(422)
                .body(containsString("&quot;Changes from this day on&quot; must be a day, such as 2026-11-20."));
        with(analyst)
                .cookie(Desk.LANGUAGE, "ru")
                .formParams(row)
                .formParams(Map.of("c0", "IL-3", "from", "soon", "c4", "1000"))
                .post("/desk/rows")
                .then()
                .statusCode(422)
                .body(containsString("<bdi>«Меняется с этого дня»: нужен день, например 2026-11-20.</bdi>"));
        String draft = with(analyst)
                .formParams(row)
                .formParams(Map.of("c0", "IL-3", "from", "2030-01-01", "c4", "1000"))
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String changed = with(analyst).get(draft).then().extract().asString();
        assertThat(changed).contains("2029-12-31", "2030-01-01", "1000").containsPattern("IL-3-[23]");

        String id = draft.substring(draft.lastIndexOf('/') + 1);
        form = with(analyst)
                .get("/desk/rows?table=rates&rule=RT-1&draft=" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        with(analyst)
                .formParams(Map.of("table", "rates", "rule", "RT-1", "copy", "false", "seen", seen(form)))
                .formParams(Map.of("draft", id, "c2", "2030-06-30"))
                .post("/desk/rows")
                .then()
                .statusCode(303);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> with(analyst)
                .get(draft + "/dossier")
                .then()
                .extract()
                .asString()
                .contains("<div id=\"dossier\">"));
        with(analyst)
                .get(draft + "/dossier")
                .then()
                .header("HX-Retarget", equalTo("#content"))
                .body(
                        containsString("What changes"),
                        containsString("Decisions recorded since, which it does not know: "),
                        containsString("<li class=\"yes\">Its effect"),
                        containsString("</bdi> <code>rates</code></h3>"));
        String table =
                with(analyst).get(draft + "/tables/rates").then().extract().asString();
        String takeOver =
                find(table, "href=\"(/desk/rows[^\"]*&amp;c[^\"]*new=true)\"").replace("&amp;", "&");
        with(analyst)
                .get(takeOver)
                .then()
                .statusCode(200)
                .body(containsString("value=\"2030-07-01\""), not(containsString("value=\"210\"")));
    }

    @Test
    void lawThatOnePersonPublishedAloneIsOnEveryPageUntilAnotherConfirmsIt() {
        String chief = signIn("duty", Role.ANALYST, Role.EMERGENCY);
        String form = with(chief)
                .get("/desk/rows?table=" + TABLE + "&rule=IL-3")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String draft = with(chief)
                .formParams(Map.of("table", TABLE, "rule", "IL-3", "copy", "false", "seen", seen(form)))
                .formParams(Map.of("c0", "IL-3", "from", "2035-01-01", "c4", "1500", "title", "Storm"))
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> with(chief)
                .get(draft + "/dossier")
                .then()
                .extract()
                .asString()
                .contains("<div id=\"dossier\">"));
        with(chief)
                .formParam("text", "The heating failed.")
                .post(draft + "/emergency")
                .then()
                .statusCode(303);
        String auditor = signIn("aigerim", Role.AUDITOR, Role.APPROVER);
        String bar = "class=\"alarm\" role=\"status\">Published by one person alone, and not confirmed yet: <a href=\""
                + draft + "\"><bdi>Storm</bdi>";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> with(auditor).get("/desk").asString().contains(bar));
        for (String page : List.of("/desk", "/desk/tables", "/desk/decisions", draft)) {
            with(auditor).get(page).then().statusCode(200).body(containsString(bar));
        }
        with(auditor)
                .cookie(Desk.LANGUAGE, "ru")
                .get("/desk")
                .then()
                .body(containsString("Опубликовано одним человеком"));
        with(auditor).cookie(Desk.LANGUAGE, "kk").get("/desk").then().body(containsString("Бір адам жариялаған"));
        with(auditor).get("/desk").then().body(not(containsString("The folder of the service is law")));

        with(chief)
                .formParam("text", "It was I.")
                .post(draft + "/confirmation")
                .then()
                .statusCode(403);
        with(auditor).get("/desk").then().body(containsString(bar));
        with(auditor)
                .formParam("text", "Seen.")
                .post(draft + "/confirmation")
                .then()
                .statusCode(303);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !with(auditor).get("/desk").asString().contains("Published by one person alone"));
    }

    @Test
    void whatIsTypedSurvivesTheBackButtonAndLeavingIsAskedAbout() {
        String analyst = signIn("zhanar", Role.ANALYST);
        with(analyst)
                .get("/desk/rows?table=" + TABLE + "&rule=IL-3")
                .then()
                .statusCode(200)
                .body(
                        containsString("<script src=\"/desk/assets/desk.js\" defer></script>"),
                        not(containsString("autocomplete=\"off\"")),
                        not(containsString("data-unsent")));
        browser().get("/desk/assets/desk.js").then().statusCode(200).body(containsString("beforeunload"));
        with(analyst)
                .formParams(Map.of("table", TABLE, "rule", "IL-3", "copy", "false", "seen", "older", "c4", "955"))
                .post("/desk/rows")
                .then()
                .statusCode(422)
                .body(containsString("data-unsent"));
    }

    @Test
    void whatAChangeDoesIsShownWithoutScriptsToo() {
        String analyst = signIn("noscript", Role.ANALYST);
        String form = with(analyst)
                .get("/desk/rows?table=" + TABLE + "&rule=IL-4")
                .then()
                .body(containsString(
                        "<button formaction=\"/desk/rows/preview\" formnovalidate>Show what it does</button>"))
                .extract()
                .asString();
        Map<String, String> row = Map.of(
                "table", TABLE, "rule", "IL-4", "copy", "false", "c4", "641", "title", "Begun", "seen", seen(form));
        with(analyst)
                .formParams(row)
                .post("/desk/rows/preview")
                .then()
                .statusCode(200)
                .body(
                        containsString("Scenarios decided otherwise: 1"),
                        containsString("<form method=\"post\" action=\"/desk/rows\" id=\"row\" data-unsent>"),
                        containsString("name=\"c4\" value=\"641\""),
                        containsString("value=\"Begun\""));
        with(analyst)
                .formParams(row)
                .header("HX-Request", "true")
                .post("/desk/rows/preview")
                .then()
                .statusCode(200)
                .body(containsString("Scenarios decided otherwise: 1"), not(containsString("<form")));
    }

    @Test
    void aFailingScenarioIsCorrectedInTheDraftThatItFailsIn() {
        String analyst = signIn("maral", Role.ANALYST);
        String form = with(analyst)
                .get("/desk/rows?table=" + TABLE + "&rule=IL-4")
                .then()
                .extract()
                .asString();
        Map<String, String> row = Map.of("table", TABLE, "rule", "IL-4", "copy", "false", "c4", "641");
        with(analyst)
                .formParams(row)
                .formParam("seen", seen(form))
                .post("/desk/rows/preview")
                .then()
                .body(containsString("href=\"/desk/scenarios?draft=&amp;scenario=over-limit\""));
        String draft = with(analyst)
                .formParams(row)
                .formParams(Map.of("seen", seen(form), "title", "A limit under which a scenario falls"))
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String dossier = dossier(analyst, draft);
        String id = draft.substring(draft.lastIndexOf('/') + 1);
        String page = "/desk/scenarios?draft=" + id + "&scenario=over-limit";
        assertThat(with(analyst).get(draft).asString())
                .contains("so the draft cannot be proposed. Mend them first.", "It starts from the law in force")
                .doesNotContain("/proposal\"");
        with(analyst)
                .formParam("text", "All the same.")
                .post(draft + "/proposal")
                .then()
                .statusCode(422)
                .body(containsString("Errors in the dossier: 1. Upload a version without them."));
        assertThat(with(signIn("erlan", Role.APPROVER)).get(draft).asString())
                .contains("so the draft cannot be proposed.")
                .doesNotContain("Mend them first.");
        assertThat(dossier).contains("href=\"" + page.replace("&", "&amp;") + "\"");
        String atCell = find(dossier, "href=\"(/desk/scenarios\\?draft=[^\"]*at=[^\"]*)\"")
                .replace("&amp;", "&");
        String asked = RestAssured.given()
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .cookie(SessionCookie.NAME, analyst)
                .get(atCell)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(asked)
                .contains("Correct scenario over-limit", "name=\"scenario-outcome\" value=\"awarded\"")
                .contains("<del><bdi>rejected</bdi></del> → <ins><bdi>awarded</bdi></ins>")
                .contains("One dinar more", "<button>Change its facts</button>");
        Map<String, List<String>> inputs = inputs(asked);
        with(analyst)
                .formParams(inputs)
                .post("/desk/try")
                .then()
                .statusCode(200)
                .body(
                        containsString("name=\"@scenario\" value=\"over-limit\""),
                        containsString("name=\"@draft\" value=\"" + id + "\""));
        with(signIn("erlan", Role.APPROVER))
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("awarded"), not(containsString("Save as a version")));
        with(analyst)
                .formParams(inputs)
                .formParam("scenario-shows", "One dinar more, which the new limit allows")
                .post("/desk/scenarios")
                .then()
                .statusCode(303)
                .header("Location", equalTo(draft));
        assertThat(with(analyst).get(draft).asString())
                .contains("One dinar more, which the new limit allows")
                .contains("over-limit");
        assertThat(dossier(analyst, draft)).doesNotContain("/desk/scenarios?");
        with(analyst)
                .get(page)
                .then()
                .body(containsString("name=\"scenario-outcome\" value=\"awarded\""), not(containsString("<del>")));
    }

    @Test
    void aDraftThatIsProposedBeforeItsErrorsAreKnownIsNotApproved() {
        String analyst = signIn("saule", Role.ANALYST);
        String form = with(analyst)
                .get("/desk/rows?table=" + TABLE + "&rule=IL-4")
                .then()
                .extract()
                .asString();
        String draft = with(analyst)
                .formParams(Map.of("table", TABLE, "rule", "IL-4", "copy", "false", "c4", "642"))
                .formParams(Map.of("seen", seen(form), "title", "Proposed too early"))
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        with(analyst)
                .formParam("text", "Nobody has looked yet.")
                .post(draft + "/proposal")
                .then()
                .statusCode(303);
        dossier(analyst, draft);
        assertThat(with(signIn("erlan", Role.APPROVER)).get(draft).asString())
                .contains("so the draft cannot be approved. Reject it with a reason", "/rejection\"")
                .doesNotContain("/approval\"");
        with(analyst)
                .header("HX-Request", "true")
                .get(draft + "/dossier")
                .then()
                .header("HX-Retarget", equalTo("#content"))
                .body(containsString("so the draft cannot be approved. Mend them first."));
    }

    /** The dossier of a draft, once it is made. */
    private static String dossier(String session, String draft) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> with(session).get(draft + "/dossier").asString(),
                        part -> part.contains("<div id=\"dossier\">"));
    }

    /** What the first form of a page after the menu would send. */
    private static Map<String, List<String>> inputs(String page) {
        String main = page.substring(page.indexOf("<main"));
        String form = main.substring(main.indexOf("<form"), main.indexOf("</form>"));
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        Matcher input = Pattern.compile("<input [^>]*name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"")
                .matcher(form);
        while (input.find()) {
            inputs.computeIfAbsent(input.group(1), any -> new ArrayList<>()).add(input.group(2));
        }
        return inputs;
    }

    @Test
    void theAuthorOfARejectedDraftGoesOnFromItAndItsDossierStays() {
        String analyst = signIn("botagoz", Role.ANALYST);
        String draft = changed(analyst, "IL-3", "c4", "960", "Rejected once");
        dossier(analyst, draft);
        with(analyst)
                .formParam("text", "Please.")
                .post(draft + "/proposal")
                .then()
                .statusCode(303);
        with(signIn("erlan", Role.APPROVER))
                .formParam("text", "Not this winter.")
                .post(draft + "/rejection")
                .then()
                .statusCode(303);
        assertThat(with(analyst).get("/desk").asString())
                .contains("Rejected in the last two weeks", draft, "Not this winter.");
        assertThat(with(analyst).get(draft).asString())
                .contains("Go on in a new draft", "<div id=\"dossier\">")
                .doesNotContain("None was made");
        String next = with(analyst)
                .post(draft + "/new-draft")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(next).isNotEqualTo(draft);
        assertThat(with(analyst).get(next).asString())
                .contains("Rejected once", "state draft", ">960<", "<a href=\"" + draft + "\">");
    }

    /** A draft that changes a cell of the table. */
    private static String changed(String session, String rule, String cell, String text, String title) {
        String form = with(session)
                .get("/desk/rows?table=" + TABLE + "&rule=" + rule)
                .then()
                .extract()
                .asString();
        return with(session)
                .formParams(Map.of("table", TABLE, "rule", rule, "copy", "false", "seen", seen(form), "title", title))
                .formParam(cell, text)
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
    }

    @Test
    void aWarningStandsAtTheCellOfTheRowThatCausesIt() {
        String analyst = signIn("gaukhar", Role.ANALYST);
        String form = with(analyst)
                .get("/desk/rows?table=" + TABLE + "&rule=IL-3&copy=true")
                .then()
                .extract()
                .asString();
        Map<String, String> row =
                Map.of("table", TABLE, "rule", "IL-3", "copy", "true", "seen", seen(form), "title", "Said twice");
        Map<String, String> cells = new LinkedHashMap<>();
        inputs(form).forEach((name, texts) -> {
            if (name.matches("c[0-9]+")) {
                cells.put(name, texts.get(0));
            }
        });
        with(analyst)
                .formParams(row)
                .formParams(cells)
                .post("/desk/rows/preview")
                .then()
                .body(containsString("<strong>Warning</strong>"));
        String draft = with(analyst)
                .formParams(row)
                .formParams(cells)
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(dossier(analyst, draft)).contains("<li class=\"yes\">Errors: 0 · warnings: ");
        String approver = with(signIn("erlan", Role.APPROVER)).get(draft).asString();
        assertThat(approver)
                .containsPattern("<tr class=\"added\">(?s:.*?)<small class=\"said\"><bdi>")
                .contains(draft + "/tables/" + TABLE + "\">show the whole table</a>");
    }

    @Test
    void anEmergencyIsNoApprovalAndWaitsForAnApprover() {
        String alone = signIn("zarina", Role.EMERGENCY);
        String draft = changed(alone, "IL-3", "c4", "951.5", "Alone in the night");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> with(alone)
                                .formParam("text", "The boiler burst.")
                                .post(draft + "/emergency")
                                .statusCode()
                        == 303);
        String approver = signIn("erlan", Role.APPROVER);
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        with(approver).get("/desk").asString())
                .contains("published alone, to be confirmed", "published alone, in an emergency, by <bdi>zarina")
                .doesNotContain("approved by <bdi>zarina"));
        assertThat(with(approver).get("/desk/publications").asString()).contains("Published alone by: <bdi>zarina");
        with(approver)
                .formParam("text", "It was right.")
                .post(draft + "/confirmation")
                .then()
                .statusCode(303);
    }

    @Test
    void anUploadThatCannotBeReadIsNotSaidToChangeNothing() {
        String analyst = signIn("damir", Role.ANALYST);
        String draft = with(analyst)
                .multiPart("title", "A text file")
                .multiPart("files", "bad.xlsx", "a,b".getBytes(StandardCharsets.UTF_8))
                .post("/desk/drafts")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(with(analyst).get(draft).asString())
                .contains("A workbook of this draft cannot be used as it is")
                .doesNotContain("This draft changes no rule");
    }

    @Test
    void whoTypesWhileAnotherSavesSeesWhatTheOtherWrote() {
        String first = signIn("first", Role.ANALYST);
        String draft = changed(first, "IL-3", "c4", "970", "Two of them");
        String id = draft.substring(draft.lastIndexOf('/') + 1);
        String address = "/desk/rows?table=" + TABLE + "&rule=IL-3&draft=" + id;
        String seen = seen(with(first).get(address).asString());
        Map<String, String> row = Map.of("table", TABLE, "rule", "IL-3", "copy", "false", "draft", id, "seen", seen);
        with(signIn("second", Role.ANALYST))
                .formParams(row)
                .formParams(Map.of("c4", "980", "c5", "The other wrote this."))
                .post("/desk/rows")
                .then()
                .statusCode(303);
        String asked = with(first)
                .formParams(row)
                .formParams(Map.of("c0", "IL-3", "c4", "990", "c5", "The other wrote this."))
                .post("/desk/rows")
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertThat(asked).contains("value=\"990\"", "In the sheet by now: <bdi>980</bdi>");
        assertThat(asked).doesNotContain("In the sheet by now: <bdi>The other");
    }

    @Test
    void aRowCanBeAddedThatIsNoCopy() {
        String analyst = signIn("sanzhar", Role.ANALYST);
        String table = with(analyst).get("/desk/tables/" + TABLE).asString();
        String add = find(table, "href=\"(/desk/rows[^\"]*)\">Add a row").replace("&amp;", "&");
        with(analyst)
                .get(add)
                .then()
                .statusCode(200)
                .body(
                        containsString("<h1>New row</h1>"),
                        containsString("name=\"c0\" value=\"IL-4-2\""),
                        containsString("name=\"c4\" value=\"\""));
    }

    @Test
    void theLawOverTimeNamesTheDaysOnWhichRulesChange() {
        String page = with(signIn("window", Role.INTAKE))
                .get("/desk/law")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("2026-10-01", "/desk/tables/" + TABLE + "/rules/IL-1", "class=\"today\"");
    }

    private static String seen(String form) {
        return find(form, "name=\"seen\" value=\"([0-9a-f]+)\"");
    }

    private static String find(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }
}
