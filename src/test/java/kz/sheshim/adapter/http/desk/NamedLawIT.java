package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.DeskFixture.signIn;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.access.Role;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How pages name a law: by the title of its draft, by the beginning of its revision, and as one that is not in force. */
@QuarkusTest
@TestProfile(DeskFixture.SmallPolicy.class)
class NamedLawIT {
    private static final String TITLE = "A title <that> names the law";
    private static final String OTHER = "This is not the law in force, but revision";
    private static final Pattern EARLIER = Pattern.compile("name=\"revision\" value=\"(sha256:[0-9a-f]{64})\"");

    private static boolean isPublished;

    private String reader = "";

    /** A second law, by a draft with a title. */
    @BeforeEach
    void publish() {
        reader = signIn("reader", Role.ANALYST, Role.AUDITOR);
        if (isPublished) {
            return;
        }
        String analyst = signIn("writer", Role.ANALYST);
        String form = with(analyst)
                .get("/desk/rows?table=rates&rule=RT-1")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String draft = with(analyst)
                .formParams(Map.of("table", "rates", "rule", "RT-1", "copy", "false", "c0", "RT-1", "title", TITLE))
                .formParams(Map.of("seen", find(form, "name=\"seen\" value=\"([0-9a-f]+)\""), "c4", "17"))
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> with(analyst)
                .get(draft + "/dossier")
                .then()
                .extract()
                .asString()
                .contains("<div id=\"dossier\">"));
        with(analyst).formParam("text", "Why.").post(draft + "/proposal").then().statusCode(303);
        String approver = signIn("judge", Role.APPROVER);
        String judged = with(approver).get(draft).then().extract().asString();
        with(approver)
                .formParam("revision", find(judged, "name=\"revision\" value=\"([^\"]+)\""))
                .formParam("text", "ok")
                .post(draft + "/approval")
                .then()
                .statusCode(303);
        isPublished = true;
    }

    @Test
    void aPublicationIsNamedByTheTitleOfItsDraft() {
        String title = "A title &lt;that&gt; names the law";
        with(reader).get("/desk/publications").then().body(containsString("<bdi>" + title + "</bdi></a></h2>"));
        with(signIn("window", Role.INTAKE)).get("/desk").then().body(containsString("<bdi>" + title + "</bdi></p>"));
        assertThat(with(reader).get("/desk/publications").then().extract().asString())
                .containsPattern("<option[^>]*>" + title + " · [^<]+ · [0-9a-f]{12}</option>");
        assertThat(with(reader)
                        .get("/desk/tables/rates/rules/RT-1")
                        .then()
                        .extract()
                        .asString())
                .contains(title);
    }

    @Test
    void eachPageOfAnotherRevisionSaysThatItIsNotTheLawInForce() {
        String earlier = earlier();
        for (String page : List.of("/desk/tables", "/desk/tables/rates")) {
            with(reader)
                    .get(page + "?revision=" + earlier)
                    .then()
                    .statusCode(200)
                    .body(containsString(OTHER), containsString("href=\"" + page + "\">Show the law in force"));
            with(reader).get(page).then().body(not(containsString(OTHER)));
        }
        with(reader)
                .cookie(Desk.LANGUAGE, "ru")
                .get("/desk/tables/rates?revision=" + earlier)
                .then()
                .body(containsString("Это не действующая редакция"));
    }

    @Test
    void theBeginningOfARevisionThatPagesShowIsEnough() {
        String earlier = earlier();
        String beginning = earlier.substring("sha256:".length()).substring(0, 12);
        for (String page : List.of(
                "/desk/decisions?revision=" + beginning,
                "/desk/tables?revision=" + beginning,
                "/desk/tables/rates?revision=sha256:" + beginning,
                "/desk/publications/files/" + beginning,
                "/desk/publications/compare?from=" + beginning + "&to=" + earlier)) {
            assertThat(with(reader).get(page).statusCode()).as(page).isEqualTo(200);
        }
        for (String page : List.of("/desk/tables?revision=", "/desk/publications/files/")) {
            with(reader)
                    .get(page + "000000000000")
                    .then()
                    .statusCode(404)
                    .body(containsString("There is no revision 000000000000."));
        }
        with(reader).get("/desk/decisions?revision=000000000000").then().statusCode(404);
        with(reader).get("/desk/decisions?revision=x").then().statusCode(404);
    }

    /** A revision that was in force, and is not any more. */
    private String earlier() {
        return find(with(reader).get("/desk/publications").then().extract().asString(), EARLIER.pattern());
    }

    private static String find(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as("%s in %s", pattern, page).isTrue();
        return found.group(1);
    }
}
