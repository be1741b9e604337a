package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.DeskFixture.signIn;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.sheshim.CallerFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;

/** A case that is tried at the desk. */
@QuarkusTest
@TestProfile(DeskFixture.SmallPolicy.class)
class TryPageIT {
    private static final String TRY = "/desk/try";

    @Test
    void theExampleGivesItsVerdict() {
        with(signIn("analyst", Role.ANALYST))
                .get(TRY)
                .then()
                .statusCode(200)
                .body(containsString("value=\"PS-77\""), containsString("class=\"outcome"));
    }

    @Test
    void hostileTextsStayTexts() {
        with(signIn("analyst", Role.ANALYST))
                .formParam("claim.number", "\"><script>alert(1)</script>")
                .formParam("dwelling.fuel", "<b>oil</b>")
                .post(TRY)
                .then()
                .statusCode(200)
                .body(not(containsString("<script>alert")), not(containsString("<b>oil")));
    }

    @Test
    void theEmptyFormAsksForTheCase() {
        with(signIn("analyst", Role.ANALYST))
                .get(TRY + "?from=empty")
                .then()
                .statusCode(200)
                .body(
                        containsString("Fill in the form, and see the verdict here."),
                        not(containsString("class=\"outcome")));
    }

    @Test
    void allFaultsAreToldAtTheirFields() {
        with(signIn("analyst", Role.ANALYST))
                .formParam("nothing", "")
                .header("HX-Request", "true")
                .post(TRY)
                .then()
                .statusCode(200)
                .body(
                        not(containsString("<html")),
                        containsString("Things to mend:"),
                        containsString("hx-swap-oob=\"true\"><bdi>missing; an application is invalid without it"));
    }

    @Test
    void faultsAreToldInTheLanguageOfTheReader() {
        with(signIn("analyst", Role.ANALYST))
                .header("Accept-Language", "ru")
                .formParam("nothing", "")
                .post(TRY)
                .then()
                .statusCode(200)
                .body(
                        containsString("<bdi>не указано, а без этого заявление недопустимо</bdi>"),
                        not(containsString("an application is invalid")));
    }

    @Test
    void whatIsUnknownIsNotFound() {
        String session = signIn("analyst", Role.ANALYST);
        with(session).get(TRY + "?scenario=none").then().statusCode(404);
        with(session).get(TRY + "?decision=none").then().statusCode(404);
        with(session)
                .get(TRY + "?decision=00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404);
        with(session).get(TRY + "?revision=none").then().statusCode(404);
        with(signIn("operator", Role.OPERATOR)).get(TRY).then().statusCode(403);
    }

    @Test
    void aTriedCaseBecomesAScenarioOfADraft() {
        Object example = new JacksonParser()
                .parse(new FolderPolicySource(DeskFixture.POLICY).example().orElseThrow())
                .value();
        Map<String, List<String>> tried =
                FormTexts.of(example, ruleset().vocabulary()).texts();
        String analyst = signIn("aigerim", Role.ANALYST);
        with(analyst)
                .formParams(tried)
                .post("/desk/scenarios/new")
                .then()
                .statusCode(200)
                .body(
                        containsString("value=\"tried-1\""),
                        containsString("name=\"scenario-outcome\" value=\"awarded\""));
        with(analyst)
                .formParams(tried)
                .formParams(Map.of("scenario-id", "family", "scenario-shows", "<b>", "scenario-title", "More"))
                .post("/desk/scenarios")
                .then()
                .statusCode(422)
                .body(containsString("Another scenario has this id"), containsString("&lt;b&gt;"));
        String draft = with(analyst)
                .formParams(tried)
                .formParams(Map.of(
                        "scenario-id", "from-the-desk",
                        "scenario-shows", "What the example shows",
                        "scenario-outcome", "awarded",
                        "scenario-title", "More scenarios"))
                .post("/desk/scenarios")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        with(analyst).get(draft).then().body(containsString("from-the-desk"), containsString("What the example shows"));
        String id = draft.substring(draft.lastIndexOf('/') + 1);
        with(analyst)
                .formParams(tried)
                .formParams(Map.of(
                        "scenario-id",
                        "one-more",
                        "scenario-shows",
                        "The same",
                        "scenario-draft",
                        id,
                        "scenario-version-" + id,
                        "2"))
                .post("/desk/scenarios")
                .then()
                .statusCode(422)
                .body(
                        containsString("Look at it, and make the change in it."),
                        containsString("name=\"scenario-version-" + id + "\" value=\"1\""));
        with(analyst)
                .formParam("claim.number", "1")
                .post("/desk/scenarios/new")
                .then()
                .statusCode(422)
                .body(containsString("cannot be decided yet"));
        with(signIn("window", Role.INTAKE))
                .formParams(tried)
                .post("/desk/scenarios/new")
                .then()
                .statusCode(403);
    }

    /** A draft is never erased. */
    @Test
    void aScenarioOfARecordedCaseTellsNothingOfItsPerson() throws Exception {
        JsonObject application = new JsonObject(Buffer.buffer(
                new FolderPolicySource(DeskFixture.POLICY).example().orElseThrow()));
        application.getJsonObject("claim").put("number", "REC-" + UUID.randomUUID());
        application.getJsonArray("members").getJsonObject(0).put("birthDate", "1985-03-17");
        String decision = CallerFixture.as("window", Role.INTAKE)
                .contentType("application/json")
                .body(application.encode())
                .post("/api/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String auditor = signIn("aigerim", Role.ANALYST, Role.AUDITOR);
        with(auditor)
                .get(TRY + "?decision=" + decision)
                .then()
                .statusCode(200)
                .body(
                        containsString("value=\"1985-03-17\""),
                        containsString("name=\"@decision\" value=\"" + decision + "\""));
        Map<String, List<String>> tried = new HashMap<>(FormTexts.of(
                        new JacksonParser()
                                .parse(application.toBuffer().getBytes())
                                .value(),
                        ruleset().vocabulary())
                .texts());
        tried.put("@decision", List.of(decision));
        with(auditor)
                .formParams(tried)
                .post(TRY)
                .then()
                .statusCode(200)
                .body(containsString("name=\"@decision\" value=\"" + decision + "\""));
        with(auditor)
                .formParams(tried)
                .post("/desk/scenarios/new")
                .then()
                .statusCode(200)
                .body(
                        containsString("it is of the person of a recorded application"),
                        containsString("<bdi>Date of birth</bdi>"),
                        not(containsString("1985-03-17")),
                        not(containsString("@decision")));
        String draft = with(auditor)
                .formParams(tried)
                .formParams(Map.of(
                        "scenario-id", "from-a-decision",
                        "scenario-shows", "What it shows",
                        "scenario-title", "From a decision"))
                .post("/desk/scenarios")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        with(auditor).get(draft).then().body(containsString("from-a-decision"), not(containsString("1985-03-17")));
        byte[] files = CallerFixture.as("reader", Role.AUDITOR)
                .get("/api/v1/drafts/" + draft.substring(draft.lastIndexOf('/') + 1) + "/files")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(texts(files)).contains("from-a-decision").doesNotContain("1985-03-17", "REC-");
    }

    /** All that stands in the workbooks of an archive. */
    private static String texts(byte[] archive) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                texts.append(
                        entry.getName().endsWith(".xlsx")
                                ? texts(content)
                                : new String(content, StandardCharsets.UTF_8));
            }
        }
        return texts.toString();
    }

    private static Ruleset ruleset() {
        return PolicyTools.compiler(Limits.USUAL, null)
                .reader()
                .read(new FolderPolicySource(DeskFixture.POLICY).files(), finding -> {})
                .orElseThrow();
    }
}
