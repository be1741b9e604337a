package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.DeskFixture.signIn;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of the desk: each link of a page leads somewhere, and what somebody types as an address is answered with a page. */
@QuarkusTest
@TestProfile(DeskFixture.SmallPolicy.class)
class AddressesIT {
    private static final String TABLE = "income-limits";

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachLinkOfTheFirstPagesOpens(Role role) {
        String session = signIn("reader", role);
        for (String page :
                List.of("/desk", "/desk/tables", "/desk/tables/" + TABLE, "/desk/publications", "/desk/law")) {
            List<String> links = links(
                    with(session).get(page).then().statusCode(200).extract().asString());
            assertThat(links).as(page).isNotEmpty();
            links.stream().distinct().limit(40).forEach(link -> {
                int status = with(session).urlEncodingEnabled(false).get(link).statusCode();
                assertThat(status).as(role + " at " + page + ": " + link).isEqualTo(200);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyCallerMayReadTheLawOverRestToo(Role role) {
        for (String path : List.of("/tables", "/vocabulary", "/publications", "/application-schema")) {
            CallerFixture.as("reader", role).get("/api/v1" + path).then().statusCode(200);
        }
    }

    /** Two elements of one id: a link, a label or a screen reader finds the wrong one. */
    @Test
    void noPageHasAnIdTwice() {
        String session = signIn("reader", Role.values());
        String draft = draftWithOneRuleInTwoTables(session);
        Set<String> shapes = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/desk", draft));
        int pages = 0;
        while (!open.isEmpty()) {
            String address = open.remove();
            String shape = address.equals(draft)
                    ? draft
                    : address.replaceAll("=[^&]*", "=").replaceAll("/[^/?]*[0-9][^/?]*|(?<=/rules/)[^/?]+", "/ID");
            if (!shapes.add(shape)) {
                continue;
            }
            Response page = raw(session, address);
            if (page.statusCode() != 200 || !page.contentType().startsWith("text/html")) {
                continue;
            }
            pages++;
            List<String> ids =
                    page.htmlPath().getList("**.findAll { !it.@id.isEmpty() }.collect { it.@id.toString() }");
            assertThat(ids).as(address).contains("content").doesNotHaveDuplicates();
            links(page.asString()).stream()
                    .map(link -> link.replaceFirst("#.*$", ""))
                    .forEach(open::add);
        }
        assertThat(pages).isGreaterThan(25);
    }

    private static String draftWithOneRuleInTwoTables(String session) {
        String draft = addRow(session, TABLE, "IL-3", Map.of("title", "One id in two tables"));
        String second = addRow(session, "rates", "RT-1", Map.of("draft", draft.substring(draft.lastIndexOf('/') + 1)));
        assertThat(second).isEqualTo(draft);
        with(session).get(draft).then().statusCode(200).body(stringContainsInOrder("TWICE", "<h3>", "TWICE"));
        return draft;
    }

    /** The address of the draft with a copy of a rule. */
    private static String addRow(String session, String table, String rule, Map<String, String> draft) {
        Response form = with(session)
                .queryParams(Map.of("table", table, "rule", rule, "copy", "true"))
                .queryParams(draft)
                .get("/desk/rows");
        return with(session)
                .formParams(Map.of("table", table, "rule", rule, "copy", "true", "c0", "TWICE", "c4", "100"))
                .formParam("seen", find(form.asString(), "name=\"seen\" value=\"([0-9a-f]+)\""))
                .formParams(draft)
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
    }

    @Test
    void aRowIsReachedWhateverItsIdSays() {
        String analyst = signIn("dina", Role.ANALYST);
        String id = "IL+1&copy=true#1%31 x";
        String form = with(analyst)
                .get("/desk/rows?table=" + TABLE + "&rule=IL-3&copy=true")
                .then()
                .extract()
                .asString();
        String seen = find(form, "name=\"seen\" value=\"([0-9a-f]+)\"");
        String draft = with(analyst)
                .formParams(Map.of("table", TABLE, "rule", "IL-3", "copy", "true", "seen", seen))
                .formParams(Map.of("title", "An odd id", "c0", id, "c4", "1000"))
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        for (String page : List.of(draft, draft + "/tables/" + TABLE)) {
            String shown =
                    with(analyst).get(page).then().statusCode(200).extract().asString();
            String row = shown.substring(shown.indexOf("<bdi>IL+1"));
            List<String> links = links(row.substring(0, row.indexOf("</tr>")));
            String comment = links.stream()
                    .filter(link -> link.contains("about="))
                    .findFirst()
                    .orElseThrow();
            raw(analyst, comment)
                    .then()
                    .statusCode(200)
                    .body(containsString("name=\"about\" value=\"" + TABLE + "/" + id.replace("&", "&amp;") + "\""));
            links.stream().filter(link -> link.startsWith("/desk/rows")).forEach(edit -> raw(analyst, edit)
                    .then()
                    .statusCode(200)
                    .body(
                            containsString("name=\"rule\" value=\"" + id.replace("&", "&amp;") + "\""),
                            containsString("name=\"copy\" value=\"" + edit.endsWith("copy=true") + "\"")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/desk/publications?after=0", "/desk/publications?after=x", "/desk/operations/hand-overs?after=0"
            })
    void whatIsNoPlaceInAListIsRefused(String address) {
        int status = with(signIn("operator", Role.OPERATOR)).get(address).statusCode();
        assertThat(status).isIn(400, 404);
    }

    @Test
    void aMissingParameterIsNamed() {
        String analyst = signIn("dina", Role.ANALYST);
        with(analyst)
                .get("/desk/publications/compare")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/desk/publications"));
        for (Map<String, String> given : List.of(Map.<String, String>of(), Map.of("table", TABLE))) {
            with(analyst)
                    .queryParams(given)
                    .get("/desk/rows")
                    .then()
                    .statusCode(400)
                    .body(not(containsString("null")));
            with(analyst)
                    .formParams(given)
                    .formParam("seen", "")
                    .post("/desk/rows/preview")
                    .then()
                    .statusCode(400)
                    .body(not(containsString("null")));
        }
    }

    @Test
    void eachRowOfAPageHasAnAnchorOfItsOwn() {
        String page = with(signIn("reader", Role.INTAKE))
                .get("/desk/tables/" + TABLE + "/rules/IL-1")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<String> ids = all(page, " id=\"([^\"]*)\"");
        assertThat(page.split("<tr ", -1).length).isGreaterThan(2);
        assertThat(ids).contains("rule-IL-1").doesNotContain("").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru;q=NaN", "ru;q=1e999", ",,,;;;", "\t", "ru;q=x"})
    void aLanguageThatCannotBeReadIsEnglish(String header) {
        with(signIn("reader", Role.ANALYST))
                .header("Accept-Language", header)
                .get("/desk/tables")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"en\""));
    }

    @Test
    void aCommentMayBeAboutALongCase() {
        String analyst = signIn("dina", Role.ANALYST);
        String about = "ы".repeat(1000);
        with(analyst)
                .queryParam("about", about)
                .get("/desk/drafts/none")
                .then()
                .statusCode(404)
                .body(containsString("<html"));
        with(signIn("reader", Role.INTAKE))
                .queryParam("reference", about)
                .get("/desk/decisions")
                .then()
                .statusCode(200);
    }

    @Test
    void pagesAreNotShownFromACache() {
        String session = signIn("somebody", Role.ANALYST, Role.AUDITOR, Role.OPERATOR);
        for (String page : List.of("/desk", "/desk/drafts", "/desk/numbers/days.csv?days=30", "/desk/nothing")) {
            with(session).get(page).then().header("Cache-Control", equalTo("private, no-cache"));
        }
        for (String page : List.of("/desk/decisions", "/desk/decisions/none", "/desk/decisions/none/trace")) {
            with(session).get(page).then().header("Cache-Control", equalTo("no-store"));
        }
        with(session).get("/desk/assets/desk.css").then().header("Cache-Control", "no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/desk/decisions/none/receipts/x.html", "/desk/decisions/none/receipts/x.pdf", "/desk/nothing"})
    void pagesThatSayWhatIsWrongForbidForeignScriptsToo(String address) {
        with(signIn("somebody", Role.AUDITOR))
                .get(address)
                .then()
                .statusCode(404)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    private static Response raw(String session, String address) {
        RequestSpecification request = with(session).urlEncodingEnabled(false);
        return request.get(address.replaceFirst("#.*$", ""));
    }

    /** The addresses at the desk that the page leads to. */
    private static List<String> links(String page) {
        return all(page, "href=\"(/desk[^\"]*)\"").stream()
                .map(link -> link.replace("&amp;", "&"))
                .filter(link -> !link.startsWith("/desk/assets"))
                .toList();
    }

    private static List<String> all(String page, String pattern) {
        Stream<Matcher> found = Stream.of(Pattern.compile(pattern).matcher(page));
        return found.flatMap(each -> each.results().map(result -> result.group(1)))
                .toList();
    }

    private static String find(String page, String pattern) {
        List<String> found = all(page, pattern);
        assertThat(found).as(pattern + " in " + page).isNotEmpty();
        return found.get(0);
    }
}
