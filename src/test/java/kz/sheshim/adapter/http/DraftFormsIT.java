package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import kz.sheshim.CallerFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.policy.PolicyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts and their versions as forms with a part for each workbook. */
@QuarkusTest
@TestProfile(DraftsIT.SmallPolicy.class)
class DraftFormsIT {
    private static final String DRAFTS = "/api/v1/drafts";

    static byte[] workbook(String limit) {
        return new EditedPolicyFixture(
                        new FolderPolicySource(Path.of("src/test/resources/policies/heating-allowance")).files())
                .set("allowance.xlsx", "Income limits", "E12", limit).files().stream()
                        .filter(file -> file.path().endsWith("/allowance.xlsx"))
                        .map(PolicyFile::bytes)
                        .findFirst()
                        .orElseThrow();
    }

    private static RequestSpecification analyst() {
        return as("analyst", Role.ANALYST);
    }

    private static String open(String limit) {
        return analyst()
                .multiPart("title", "Higher limit")
                .multiPart("base", law())
                .multiPart("files", "allowance.xlsx", workbook(limit))
                .post(DRAFTS)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .header("ETag", "\"1\"")
                .body("draft.title", equalTo("Higher limit"))
                .body("draft.state", equalTo("draft"))
                .extract()
                .path("draft.id");
    }

    private static String law() {
        return analyst().get("/api/v1/publications?limit=1").then().extract().path("publications[0].revision");
    }

    @Test
    void formOpensADraftAndAddsAVersion() {
        String draft = open("641.1");
        String versions = DRAFTS + "/" + draft + "/versions";
        analyst()
                .header("If-Match", "\"1\"")
                .multiPart("files", "allowance.xlsx", workbook("641.2"))
                .post(versions)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("draft.versions", hasSize(2));
        analyst()
                .header("If-Match", "\"1\"")
                .multiPart("files", "allowance.xlsx", workbook("641.3"))
                .post(versions)
                .then()
                .statusCode(412);
        analyst()
                .multiPart("title", "x")
                .multiPart("files", "../allowance.xlsx", workbook("641.3"))
                .post(versions)
                .then()
                .statusCode(400)
                .body(
                        "errors.message",
                        contains(
                                "title is unknown here. Known are: rules, remove, files.",
                                "the file ../allowance.xlsx must be a workbook: decision-tables/NAME.xlsx."));
        analyst()
                .multiPart("files", "limits.drl", "package a".getBytes(StandardCharsets.UTF_8))
                .post(versions)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:sheshim:problem:draft-code"));
        analyst()
                .queryParam("remove", "allowance.xlsx")
                .multiPart("files", "allowance.xlsx", workbook("641.3"))
                .post(versions)
                .then()
                .statusCode(400);
        analyst().get(DRAFTS + "/" + draft).then().body("versions", hasSize(2));
    }

    @Test
    void formIsReadOnlyOfThoseWhoMayUpload() {
        as("approver", Role.APPROVER)
                .multiPart("nothing", "x")
                .post(DRAFTS)
                .then()
                .statusCode(403);
        RestAssured.given().multiPart("title", "x").post(DRAFTS).then().statusCode(401);
    }

    /** What a page of another site can have a browser send. */
    @Test
    void sessionOfTheDeskUploadsNothing() {
        String session = RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("key", CallerFixture.key())
                .post("/desk/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .cookie("sheshim-session");
        assertThat(session).isNotNull();
        RestAssured.given()
                .cookie("sheshim-session", session)
                .header("Origin", "https://elsewhere.example")
                .multiPart("title", "x")
                .multiPart("files", "allowance.xlsx", workbook("641.4"))
                .post(DRAFTS)
                .then()
                .statusCode(401);
    }

    @Test
    void formThatIsTooLargeIsRefused() {
        analyst()
                .multiPart("title", "x")
                .multiPart("files", "allowance.xlsx", new byte[10_000_001])
                .post(DRAFTS)
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:sheshim:problem:body-too-large"))
                .body("limit", equalTo(10_000_000));
    }

    @Test
    void onlyWorkbooksComeInForms() {
        String draft = open("641.5");
        for (String address : List.of(
                "/api/v1/decisions",
                "/api/v1/assessments",
                "/api/v1/replays",
                DRAFTS + "/",
                DRAFTS + "/" + draft + "/comments",
                DRAFTS + "/" + draft + "/proposal",
                DRAFTS + "/" + draft + "/approval",
                DRAFTS + "/" + draft + "/rebase",
                DRAFTS + "/" + draft + "/dossier",
                DRAFTS + "/" + draft)) {
            CallerFixture.given().multiPart("text", "x").post(address).then().statusCode(415);
            CallerFixture.given().multiPart("text", "x").put(address).then().statusCode(415);
        }
        for (String address : List.of(DRAFTS, DRAFTS + "/" + draft + "/versions")) {
            CallerFixture.given()
                    .contentType("application/x-www-form-urlencoded")
                    .body("title=x")
                    .post(address)
                    .then()
                    .statusCode(415);
            CallerFixture.given()
                    .config(RestAssured.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("multipart/mixed", ContentType.TEXT)))
                    .contentType("multipart/mixed; boundary=x")
                    .body("--x--")
                    .post(address)
                    .then()
                    .statusCode(415);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x", "multipart/form-data; boundary="})
    void brokenFormIsRefused(String type) {
        for (String body :
                List.of("", "--x", "--x--", "title=x", "--x\r\nContent-Disposition: none\r\n\r\n1\r\n--x--")) {
            CallerFixture.given()
                    .config(RestAssured.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs(type, ContentType.TEXT)
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                    .contentType(type)
                    .body(body.getBytes(StandardCharsets.UTF_8))
                    .post(DRAFTS)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:sheshim:problem:bad-parameter"));
        }
    }
}
