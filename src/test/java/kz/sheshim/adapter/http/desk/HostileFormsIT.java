package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.DeskFixture.browser;
import static kz.sheshim.adapter.http.desk.DeskFixture.signIn;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.sheshim.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no browser sends, and what a person types that cannot be taken: it is refused, and never an error of the service. */
@QuarkusTest
@TestProfile(DeskFixture.SmallPolicy.class)
class HostileFormsIT {
    private static final Path WORKBOOK = DeskFixture.POLICY.resolve("decision-tables/allowance.xlsx");
    private static final String FORM = "application/x-www-form-urlencoded";

    private static RequestSpecification raw(RequestSpecification request, String type, String body) {
        return request.config(RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(type, ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Response upload(String session, String title) throws IOException {
        return with(session)
                .multiPart("title", title, "text/plain; charset=UTF-8")
                .multiPart("files", "allowance.xlsx", Files.readAllBytes(WORKBOOK))
                .post("/desk/drafts");
    }

    private static String open(String session, String title) throws IOException {
        return upload(session, title)
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst(".*/desk/", "/desk/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/sign-in", "/desk/rows"})
    void formThatCannotBeReadIsRefused(String path) {
        String session = signIn("hostile", Role.values());
        String manyFields =
                IntStream.range(0, 6_000).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
        raw(with(session), FORM, "key=%zz%").post(path).then().statusCode(400);
        if (path.equals("/desk/sign-in")) {
            raw(browser(), FORM, "key=%zz%").post(path).then().statusCode(400);
            raw(browser(), FORM, manyFields).post(path).then().statusCode(400);
        }
    }

    @Test
    void brokenMultipartIsRefused() {
        raw(with(signIn("hostile", Role.ANALYST)), "multipart/form-data; boundary=x", "key=x")
                .post("/desk/drafts")
                .then()
                .statusCode(400);
    }

    @Test
    void onlyWorkbooksOfTheSizesThatRestTakesAreTaken() throws IOException {
        String session = signIn("hostile", Role.ANALYST);
        String draft = open(session, "Sizes");
        with(session)
                .multiPart("files", "big.xlsx", new byte[11_000_000])
                .post(draft + "/versions")
                .then()
                .statusCode(400)
                .body(containsString("at most 500 files"));
        with(session)
                .multiPart("files", "a.xlsx", new byte[10])
                .multiPart("files", "a.xlsx", new byte[11])
                .post(draft + "/versions")
                .then()
                .statusCode(400)
                .body(containsString("each once"));
    }

    @Test
    void versionThatIsNotThereCannotBeTakenAgain() throws IOException {
        String session = signIn("hostile", Role.ANALYST);
        String draft = open(session, "Versions");
        for (int number : List.of(-1, 7)) {
            with(session).post(draft + "/versions/" + number + "/again").then().statusCode(404);
        }
        with(session)
                .contentType("application/json")
                .body("{}")
                .post(draft + "/effect")
                .then()
                .statusCode(415);
    }

    /** Invisible titles, and those that are seen in another order than they are written. */
    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00a0\u2060", "Law\u202eone"})
    void titleMustBeSeenAsItIsWritten(String title) throws IOException {
        String session = signIn("hostile", Role.ANALYST);
        upload(session, title).then().statusCode(400);
        // Else the title was refused for letters that were read wrongly
        with(session).get(open(session, "Көрінетін атау")).then().body(containsString("Көрінетін атау"));
    }

    /** A browser counts a line break as one character, and sends two. */
    @Test
    void commentOfAsManyCharactersAsTheBrowserCountsIsTaken() throws IOException {
        String session = signIn("hostile", Role.ANALYST);
        String draft = open(session, "Long comment");
        with(session)
                .formParam("text", "x".repeat(980) + "\r\n".repeat(19) + "y")
                .post(draft + "/comments")
                .then()
                .statusCode(303);
    }

    @Test
    void draftOfOthersIsWithdrawnByApproversOnly() throws IOException {
        String draft = open(signIn("author-7", Role.ANALYST), "Of the author");
        String other = signIn("other-7", Role.ANALYST);
        with(other).get(draft).then().statusCode(200).body(not(containsString("/withdrawal\"")));
        with(other)
                .header("Accept-Language", "ru")
                .formParam("text", "No.")
                .post(draft + "/withdrawal")
                .then()
                .statusCode(403)
                .body(containsString("только тот, кто написал его версию"));
        String approver = signIn("approver-7", Role.APPROVER);
        with(approver).get(draft).then().body(containsString("/withdrawal\""));
        with(approver)
                .formParam("text", "The author has left.")
                .post(draft + "/withdrawal")
                .then()
                .statusCode(303);
    }

    /** What is refused before a page could say it in the language of the reader is said in all of them. */
    @Test
    void whatNeverReachesAPageIsSaidInEachLanguage() {
        browser()
                .header("Accept", "no type")
                .get("/desk")
                .then()
                .statusCode(400)
                .body(
                        containsString("The header Accept must be a list"),
                        containsString("Заголовок Accept должен быть списком"),
                        containsString("Accept тақырыбы түрлердің тізімі"));
    }

    @Test
    void whatWasTypedIntoARowStaysWhenItCannotBeSaved() throws IOException {
        String session = signIn("hostile", Role.ANALYST);
        String draft = open(session, "Ended");
        String id = draft.substring(draft.lastIndexOf('/') + 1);
        String form = with(session)
                .get("/desk/rows?table=income-limits&rule=IL-1&draft=" + id)
                .asString();
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"").matcher(form);
        seen.find();
        Map<String, String> row = Map.of(
                "table",
                "income-limits",
                "rule",
                "IL-1",
                "copy",
                "false",
                "seen",
                seen.group(1),
                "draft",
                id,
                "c0",
                "IL-1");
        with(session)
                .formParams(row)
                .formParam("c5", "typed by hand")
                .formParam("from", "soon")
                .post("/desk/rows")
                .then()
                .statusCode(422)
                .body(containsString("typed by hand"));
        with(session)
                .formParam("text", "No.")
                .post(draft + "/withdrawal")
                .then()
                .statusCode(303);
        with(session)
                .formParams(row)
                .formParam("c5", "typed by hand")
                .post("/desk/rows")
                .then()
                .statusCode(422)
                .body(containsString("typed by hand"));
        with(session).get(draft).then().statusCode(200).body("html.head.title", equalTo("Ended · Sheshim"));
    }
}
