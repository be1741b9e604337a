package kz.sheshim.adapter.http.desk;

import static kz.sheshim.adapter.http.desk.DeskFixture.signIn;
import static kz.sheshim.adapter.http.desk.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.sheshim.CallerFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.workbook.Limits;
import org.junit.jupiter.api.Test;

/** A tried case that is filed as an application. */
@QuarkusTest
@TestProfile(DeskFixture.SmallPolicy.class)
class FilingPagesIT {
    private static final String REFERENCE = "claim.number";

    /** The example of the policy, as the form of a case has it. */
    private static Map<String, List<String>> example(String reference) {
        FolderPolicySource policy = new FolderPolicySource(DeskFixture.POLICY);
        Map<String, List<String>> texts = new HashMap<>(FormTexts.of(
                        new JacksonParser()
                                .parse(policy.example().orElseThrow())
                                .value(),
                        PolicyTools.compiler(Limits.USUAL, null)
                                .reader()
                                .read(policy.files(), finding -> {})
                                .orElseThrow()
                                .vocabulary())
                .texts());
        texts.put(REFERENCE, List.of(reference));
        return texts;
    }

    private static String key(Response page) {
        return page.htmlPath().getString("**.find { it.@name == '@key' }.@value");
    }

    private static Response file(String session, Map<String, List<String>> form, String key) {
        return with(session).formParams(form).formParam("@key", key).post("/desk/applications");
    }

    private static void decisions(String submitter, String reference, int number) {
        CallerFixture.as(submitter, Role.INTAKE)
                .queryParam("reference", reference)
                .get("/api/v1/decisions")
                .then()
                .statusCode(200)
                .body("decisions", hasSize(number));
    }

    @Test
    void aNewcomerFindsHowToRecordTheFirstDecision() {
        String session = signIn("newcomer-" + UUID.randomUUID(), Role.INTAKE, Role.ANALYST);
        for (String page : List.of("/desk", "/desk/decisions")) {
            with(session)
                    .get(page)
                    .then()
                    .statusCode(200)
                    .body(
                            containsString("No decision is recorded yet."),
                            containsString("<a href=\"/desk/try\">Record the first one"),
                            containsString("curl -X POST http://127.0.0.1:"),
                            containsString("/api/v1/decisions"));
        }
        with(session).get("/desk/try").then().body(containsString("formaction=\"/desk/applications/new\""));
        with(signIn("analyst", Role.ANALYST)).get("/desk/try").then().body(not(containsString("/desk/applications")));
    }

    @Test
    void theSameFormSentTwiceMakesOneDecision() {
        String submitter = "window-" + UUID.randomUUID();
        String session = signIn(submitter, Role.INTAKE);
        String reference = "DESK-" + UUID.randomUUID();
        Response asked = with(session).formParams(example(reference)).post("/desk/applications/new");
        asked.then()
                .statusCode(200)
                .body(
                        containsString("The entry stays in the log for ever"),
                        containsString("class=\"outcome"),
                        containsString("value=\"" + reference + "\""));
        decisions(submitter, reference, 0);

        String first = file(session, example(reference), key(asked))
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String second = file(session, example(reference), key(asked))
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(second).isEqualTo(first);
        decisions(submitter, reference, 1);
        with(session).get(first).then().statusCode(200).body(containsString(reference));
        with(session).get("/desk").then().body(not(containsString("No decision is recorded yet.")));
    }

    /** Somebody goes back after recording, and changes the reference. */
    @Test
    void anotherApplicationByTheSamePageIsAskedForAgain() {
        String submitter = "window-" + UUID.randomUUID();
        String session = signIn(submitter, Role.INTAKE);
        String reference = "DESK-" + UUID.randomUUID();
        Map<String, List<String>> form = example(reference);
        String key = key(with(session).formParams(form).post("/desk/applications/new"));
        file(session, form, key).then().statusCode(303);
        Map<String, List<String>> other = example(reference + "-2");
        Response again = file(session, other, key);
        again.then()
                .statusCode(422)
                .body(containsString("has recorded another application already"), containsString(reference + "-2"));
        decisions(submitter, reference + "-2", 0);
        assertThat(key(again)).isNotEqualTo(key);
        file(session, other, key(again)).then().statusCode(303);
        decisions(submitter, reference + "-2", 1);
    }

    @Test
    void whatCannotBeDecidedIsNotRecorded() {
        String session = signIn("window", Role.INTAKE);
        with(session)
                .formParam(REFERENCE, "<b>1")
                .post("/desk/applications/new")
                .then()
                .statusCode(422)
                .body(containsString("Things to mend:"), not(containsString("@key")), not(containsString("<b>1")));
        with(session)
                .formParam(REFERENCE, "1")
                .formParam("@key", "desk-1")
                .post("/desk/applications")
                .then()
                .statusCode(422)
                .body(containsString("Things to mend:"));
        with(session)
                .formParams(example("no-key"))
                .post("/desk/applications")
                .then()
                .statusCode(200)
                .body(containsString("@key"));
    }

    @Test
    void onlyIntakeFiles() {
        for (Role role : Role.values()) {
            if (role != Role.INTAKE) {
                String session = signIn("other", role);
                for (String path : List.of("", "/new", "/application.json")) {
                    with(session)
                            .formParams(example("none"))
                            .post("/desk/applications" + path)
                            .then()
                            .statusCode(403);
                }
            }
        }
    }

    @Test
    void aProgramSendsWhatTheFormSays() {
        String application = with(signIn("window", Role.INTAKE))
                .formParams(example("PROGRAM-1"))
                .post("/desk/applications/application.json")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("application.json"))
                .extract()
                .asString();
        assertThat(new JsonObject(application).getJsonObject("claim").getString("number"))
                .isEqualTo("PROGRAM-1");
        CallerFixture.as("program", Role.INTAKE)
                .contentType("application/json")
                .body(application)
                .post("/api/v1/assessments")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("awarded"));
    }
}
