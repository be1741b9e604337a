package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.DeskFixture.browser;
import static kz.sheshim.adapter.http.desk.DeskFixture.signIn;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.access.Role;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The forms by which a draft is changed and judged: what they refuse keeps what was typed, and what is clicked twice is done once. */
@QuarkusTest
@TestProfile(DeskFixture.SmallPolicy.class)
class DraftFormsIT {
    private static final String TABLE = "income-limits";
    private static final String UTF_8_FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    @Test
    void theTimeZoneOfMomentsIsNamed() {
        with(signIn("aida", Role.ANALYST)).get("/desk").then().body(containsString("Times: Asia/Dubai (UTC+04:00)"));
    }

    @Test
    void everyTableOfADraftCanBeReachedFromItsPage() {
        String analyst = signIn("t-tables", Role.ANALYST);
        String draft = changed(analyst, "IL-3", "c4", "961", "Other tables");
        assertThat(with(analyst).get(draft).asString())
                .contains("Change another table", "href=\"" + draft + "/tables/rates\"");
        with(analyst).get(draft + "/tables/rates").then().statusCode(200).body(containsString("/desk/rows?draft="));
        String form =
                with(analyst).get("/desk/rows?table=" + TABLE + "&rule=IL-3").asString();
        assertThat(form).contains("Go on in your draft:", "&amp;draft=" + id(draft) + "\"");
        assertThat(with(analyst)
                        .get("/desk/rows?table=" + TABLE + "&rule=IL-3&draft=" + id(draft))
                        .asString())
                .contains("<bdi>Other tables</bdi></a> ›")
                .doesNotContain("Go on in your draft:");
    }

    @Test
    void aRowThatADraftAddedCanBeRemovedAgain() {
        String analyst = signIn("t-remove", Role.ANALYST);
        String form = with(analyst)
                .get("/desk/rows?table=" + TABLE + "&rule=IL-3&copy=true")
                .asString();
        assertThat(form)
                .contains("type=\"date\"", "To let this row change from a day on")
                .doesNotContain("Remove this row");
        String draft = with(analyst)
                .formParams(Map.of("table", TABLE, "rule", "IL-3", "copy", "true", "seen", seen(form), "title", "More"))
                .formParams(Map.of("c0", "IL-9", "c1", "2031-01-01", "c3", "3", "c4", "77"))
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String address = "/desk/rows?table=" + TABLE + "&rule=IL-9&draft=" + id(draft);
        form = with(analyst).get(address).asString();
        assertThat(form).contains("Remove this row").doesNotContain("name=\"sure\"");
        Map<String, String> row =
                Map.of("table", TABLE, "rule", "IL-9", "copy", "false", "draft", id(draft), "seen", seen(form));
        with(analyst).formParams(row).post("/desk/rows/preview").then().body(not(containsString("No row differs")));
        with(analyst)
                .formParams(row)
                .formParams(Map.of("c0", "", "c1", "", "c2", "", "c3", "", "c4", ""))
                .post("/desk/rows")
                .then()
                .statusCode(422)
                .body(containsString("All cells are empty"));
        with(analyst)
                .formParams(row)
                .formParam("remove", "true")
                .post("/desk/rows")
                .then()
                .statusCode(303);
        assertThat(with(analyst).get(draft + "/tables/" + TABLE).asString()).doesNotContain("IL-9");
        assertThat(with(analyst).get(draft).asString()).contains("No row differs");
    }

    @Test
    void aRowOfTheLawIsRemovedOnlyOnPurpose() {
        String analyst = signIn("t-law", Role.ANALYST);
        String form =
                with(analyst).get("/desk/rows?table=" + TABLE + "&rule=IL-4").asString();
        assertThat(form).contains("name=\"sure\"", "fill in Until instead");
        Map<String, String> row = Map.of(
                "table",
                TABLE,
                "rule",
                "IL-4",
                "copy",
                "false",
                "seen",
                seen(form),
                "title",
                "Without it",
                "remove",
                "true");
        with(analyst).formParams(row).post("/desk/rows").then().statusCode(422).body(containsString("Tick the box"));
        String draft = with(analyst)
                .formParams(row)
                .formParam("sure", "true")
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(with(analyst).get(draft).asString()).contains("<tr class=\"removed\">", "IL-4");
    }

    @Test
    void aDoubleClickOpensOneDraft() {
        String analyst = signIn("t-twice", Role.ANALYST);
        String form =
                with(analyst).get("/desk/rows?table=" + TABLE + "&rule=IL-3").asString();
        Map<String, String> row = Map.of(
                "table",
                TABLE,
                "rule",
                "IL-3",
                "copy",
                "false",
                "seen",
                seen(form),
                "title",
                "Twice",
                "c4",
                "971",
                "once",
                find(form, "name=\"once\" value=\"([^\"]+)\""));
        List<CompletableFuture<String>> clicks = new ArrayList<>();
        for (int click = 0; click < 2; click++) {
            clicks.add(CompletableFuture.supplyAsync(
                    () -> with(analyst).formParams(row).post("/desk/rows").header("Location")));
        }
        Set<String> drafts = new HashSet<>();
        clicks.forEach(click -> drafts.add(click.join()));
        assertThat(drafts).hasSize(1).doesNotContainNull();
    }

    @Test
    void theRightFaultOfATitleIsSaid() {
        String analyst = signIn("t-title", Role.ANALYST);
        String form =
                with(analyst).get("/desk/rows?table=" + TABLE + "&rule=IL-3").asString();
        Map<String, String> row =
                Map.of("table", TABLE, "rule", "IL-3", "copy", "false", "seen", seen(form), "c4", "972");
        with(analyst)
                .contentType(UTF_8_FORM)
                .formParams(row)
                .formParam("title", "a\u202eb")
                .post("/desk/rows")
                .then()
                .statusCode(422)
                .body(containsString("has the character U+202E"));
        with(analyst)
                .formParams(row)
                .formParam("title", "x".repeat(10_000))
                .post("/desk/rows")
                .then()
                .statusCode(422)
                .body(containsString("has 10000 characters, and at most 200 are possible."));
    }

    @Test
    void aRefusedFormKeepsWhatWasTyped() {
        String analyst = signIn("t-kept", Role.ANALYST);
        String draft = changed(analyst, "IL-3", "c4", "962", "Kept");
        String refused = with(analyst)
                .contentType(UTF_8_FORM)
                .formParams(Map.of("text", "My long thought \u202e", "about", TABLE + "/IL-3"))
                .post(draft + "/comments")
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertThat(refused)
                .contains("&quot;Comment&quot; has the character U+202E", "My long thought", "aria-invalid=\"true\"")
                .contains("action=\"" + draft + "/comments\"", "name=\"about\" value=\"" + TABLE + "/IL-3\"")
                .contains("href=\"" + draft + "\"")
                .doesNotContain("Reason");
        with(signIn("t-filter", Role.AUDITOR))
                .get("/desk/tables/" + TABLE + "?on=yesterday")
                .then()
                .statusCode(400)
                .body(containsString("name=\"on\" value=\"yesterday\" aria-invalid"));
        with(analyst)
                .multiPart("title", "x\u202e", "text/plain; charset=UTF-8")
                .multiPart("files", "a.xlsx", "a".getBytes(StandardCharsets.UTF_8))
                .post("/desk/drafts")
                .then()
                .statusCode(400)
                .body(containsString("choose the files again"), containsString("readonly"));
    }

    @Test
    void anApprovalOfAnOlderVersionSaysThatTheVersionChanged() {
        String analyst = signIn("t-stale", Role.ANALYST);
        String draft = changed(analyst, "IL-3", "c4", "963", "Older");
        dossier(analyst, draft);
        with(analyst)
                .formParam("text", "Please.")
                .post(draft + "/proposal")
                .then()
                .statusCode(303);
        String answer = with(signIn("t-approver", Role.APPROVER))
                .formParams(Map.of("revision", "sha256:" + "0".repeat(64), "text", "I have read it all."))
                .post(draft + "/approval")
                .then()
                .statusCode(409)
                .extract()
                .asString();
        assertThat(answer)
                .contains("another version than the one that you looked at", "I have read it all.")
                .contains("href=\"" + draft + "\"")
                .doesNotContainPattern("sha256:[1-9a-f]");
    }

    @Test
    void commentsAtRowsGoAlongAndTheHistoryIsInOrderOfTime() {
        String analyst = signIn("t-goon", Role.ANALYST);
        String draft = changed(analyst, "IL-3", "c4", "964", "Said at a row");
        String approver = signIn("t-judge", Role.APPROVER);
        with(approver)
                .formParams(Map.of("text", "Too high here.", "about", TABLE + "/IL-3"))
                .post(draft + "/comments")
                .then()
                .statusCode(303);
        again(analyst, draft, "IL-3", "c4", "965");
        String page = with(analyst).get(draft).asString();
        assertThat(page.lastIndexOf("Too high here.")).isLessThan(page.lastIndexOf("Version 2"));
        dossier(analyst, draft);
        with(analyst)
                .formParam("text", "Please.")
                .post(draft + "/proposal")
                .then()
                .statusCode(303);
        with(approver)
                .formParam("text", "No.")
                .post(draft + "/rejection")
                .then()
                .statusCode(303);
        String next = with(analyst).post(draft + "/new-draft").header("Location");
        assertThat(with(analyst).get(next).asString())
                .containsPattern("<tr class=\"comments[^\"]*\">.*Too high here\\.");
    }

    @Test
    void aWorkbookIsRemovedAfterAQuestion() {
        String analyst = signIn("t-book", Role.ANALYST);
        String draft = changed(analyst, "IL-3", "c4", "966", "Books");
        String list = with(analyst).get(draft + "/workbooks").asString();
        assertThat(list.substring(list.indexOf("<main")))
                .doesNotContain("<button")
                .contains("?remove=");
        with(analyst)
                .get(draft + "/workbooks?remove=decision-tables/scenarios.xlsx")
                .then()
                .body(containsString("Remove the workbook decision-tables/scenarios.xlsx from this draft?"));
    }

    @Test
    void anEndedSessionIsSaidInThePartThatAsked() {
        browser()
                .header("HX-Request", "true")
                .formParam("c0", "typed")
                .post("/desk/rows/preview")
                .then()
                .statusCode(401)
                .header("HX-Retarget", equalTo(null))
                .body(containsString("Your session has ended"), containsString("href=\"/desk/sign-in\""));
    }

    @Test
    void failingScenariosTakeOverTheDraftTogether() {
        String analyst = signIn("t-failing", Role.ANALYST);
        String draft = changed(analyst, "IL-4", "c4", "641", "Limits under which a scenario falls");
        String part = dossier(analyst, draft);
        assertThat(part).contains("href=\"" + draft + "/failing\"");
        String list = with(analyst).get(draft + "/failing").asString();
        assertThat(list)
                .contains(
                        "name=\"scenario\" value=\"over-limit\"",
                        "<del><bdi>rejected</bdi></del> → <ins><bdi>awarded</bdi></ins>");
        with(signIn("t-reader", Role.APPROVER))
                .get(draft + "/failing")
                .then()
                .statusCode(200)
                .body(not(containsString("type=\"checkbox\"")));
        with(signIn("t-reader", Role.APPROVER))
                .get("/desk/scenarios?draft=" + id(draft) + "&scenario=over-limit")
                .then()
                .body(
                        containsString("<h1>Scenario over-limit</h1>"),
                        not(containsString("scenario-title")),
                        not(containsString("name=\"scenario-outcome\"")));
        with(analyst).formParam("version", "1").post(draft + "/failing").then().statusCode(422);
        String asked = with(analyst)
                .formParams(Map.of("version", "1", "scenario", "over-limit"))
                .post(draft + "/failing")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(asked).contains("Scenarios: 1.", "name=\"confirmed\"");
        with(analyst)
                .get(draft + "/failing/next?after=other")
                .then()
                .header("Location", equalTo("/desk/scenarios?draft=" + id(draft) + "&scenario=over-limit"));
        with(analyst)
                .formParams(Map.of("version", "1", "scenario", "over-limit", "confirmed", "true"))
                .post(draft + "/failing")
                .then()
                .statusCode(303);
        assertThat(with(analyst).get(draft + "/failing").asString()).contains("No scenario fails in this draft.");
        with(analyst).get(draft + "/failing/next").then().header("Location", equalTo(draft));
    }

    private static String dossier(String session, String draft) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> with(session).get(draft + "/dossier").asString(),
                        part -> part.contains("<div id=\"dossier\">"));
    }

    /** A draft that changes a cell of the table. */
    private static String changed(String session, String rule, String cell, String text, String title) {
        String form =
                with(session).get("/desk/rows?table=" + TABLE + "&rule=" + rule).asString();
        return with(session)
                .formParams(Map.of("table", TABLE, "rule", rule, "copy", "false", "seen", seen(form), "title", title))
                .formParam(cell, text)
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
    }

    private static void again(String session, String draft, String rule, String cell, String text) {
        String form = with(session)
                .get("/desk/rows?table=" + TABLE + "&rule=" + rule + "&draft=" + id(draft))
                .asString();
        with(session)
                .formParams(Map.of("table", TABLE, "rule", rule, "copy", "false", "seen", seen(form)))
                .formParam("draft", id(draft))
                .formParam(cell, text)
                .post("/desk/rows")
                .then()
                .statusCode(303);
    }

    private static String id(String draft) {
        return draft.substring(draft.lastIndexOf('/') + 1);
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
