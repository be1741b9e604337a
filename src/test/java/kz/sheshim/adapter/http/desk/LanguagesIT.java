package kz.sheshim.adapter.http.desk;

import static kz.sheshim.CallerFixture.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import kz.sheshim.AwaitFixture;
import kz.sheshim.CallerFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.FolderFixture;
import kz.sheshim.TranslatedPolicyFixture;
import kz.sheshim.access.Role;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.receipt.ReceiptFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The law becomes Uzbek, English and Chinese by its workbooks alone: the API, receipts and the desk follow, and what was recorded keeps its languages. */
@QuarkusTest
@TestProfile(LanguagesIT.Translated.class)
class LanguagesIT {
    private static final Path FOLDER = Path.of("target/translated-policy");
    private static final String DATA = "target/translated-of-tests-" + System.getProperty("test.fork", "1");
    private static final String UZBEK = "Oʻzbekcha";

    /** Location of a decision by the shipped law. */
    private static String before = "";

    /** A copy of the shipped policy that is watched. */
    public static final class Translated implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            FolderFixture.delete(FOLDER);
            save(new EditedPolicyFixture().files());
            return Map.of(
                    "sheshim.policy.folder",
                    FOLDER.toString(),
                    "sheshim.policy.watch",
                    "true",
                    "sheshim.policy.quiet-time",
                    "200ms",
                    "sheshim.embedded.data-dir",
                    DATA + "/postgres",
                    "sheshim.log.folder",
                    DATA + "/log");
        }
    }

    private static void save(List<PolicyFile> files) {
        for (PolicyFile file : files) {
            try {
                Path path = FOLDER.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.write(path, file.bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void translateOnce() throws InterruptedException {
        if (!before.isEmpty()) {
            return;
        }
        before = decide("uz").header("Content-Language", "en").extract().header("Location");
        save(TranslatedPolicyFixture.of(new EditedPolicyFixture().files(), "uz", "en", "zh")
                .files());
        AwaitFixture.await("the translated law", () -> given().get("/api/v1/vocabulary")
                .header("Content-Language")
                .equals("uz"));
    }

    private static ValidatableResponse decide(String language) {
        return in(language, "/api/v1/decisions").statusCode(201);
    }

    private static ValidatableResponse in(String language, String path) {
        return given().header("Accept-Language", language)
                .contentType("application/json")
                .body(ReceiptFixture.denied().body())
                .post(path)
                .then();
    }

    private static ValidatableResponse read(String language, String path) {
        return given().header("Accept-Language", language).get(path).then();
    }

    @Test
    void decisionsAndAssessmentsSpeakTheLanguagesOfTheLaw() {
        for (String path : List.of("/api/v1/decisions", "/api/v1/assessments")) {
            in("uz", path).header("Content-Language", "uz").body("text", startsWith(UZBEK));
            in("uz-Latn-UZ", path).header("Content-Language", "uz");
            in("zh-CN, en;q=0.5", path).header("Content-Language", "zh").body("text", startsWith("中文"));
            in("en", path).header("Content-Language", "en").body("text", not(containsString(":")));
            in("ru, kk", path).header("Content-Language", "uz").body("grounds[0].remedy", startsWith(UZBEK));
        }
    }

    @Test
    void whatWasRecordedKeepsTheLanguagesOfItsRevision() {
        read("uz", before).header("Content-Language", "en");
        read("ru", before).header("Content-Language", "ru");
        read("kk", before + "/receipt").header("Content-Language", "kk");
        String after = decide("zh").extract().header("Location");
        read("zh", after).header("Content-Language", "zh");
        var list = given().header("Accept-Language", "zh, kk")
                .get("/api/v1/decisions")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("zh, kk"))
                .body("decisions[0].text", startsWith("中文"));
        list.body("decisions.id", hasItems(before.replaceFirst(".*/", ""), after.replaceFirst(".*/", "")));
    }

    @Test
    void receiptsAreInAnyLanguageButPdfsNeedTheLetters() {
        String receipt = decide("en").extract().header("Location") + "/receipt";
        read("zh", receipt)
                .statusCode(200)
                .header("Content-Language", "zh")
                .body("language", equalTo("zh"))
                .body("title", startsWith("中文"));
        given().accept("application/pdf")
                .header("Accept-Language", "uz")
                .get(receipt)
                .then()
                .statusCode(200)
                .header("Content-Language", "uz");
        given().accept("application/pdf")
                .header("Accept-Language", "zh")
                .get(receipt)
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("type", endsWith("letters-missing"))
                .body("letters", hasItems("中", "文"))
                .body("detail", containsString("sheshim.receipts.fonts"));
    }

    @Test
    void vocabularyAndSchemaAreInTheLanguageAndTheContractIsInEnglish() {
        read("zh", "/api/v1/vocabulary").header("Content-Language", "zh").body("fields[0].label", startsWith("中文"));
        read("ru", "/api/v1/application-schema")
                .header("Content-Language", "uz")
                .body("properties.application.title", startsWith(UZBEK));
        String contract = given().accept("application/json").get("/q/openapi").asString();
        assertThat(contract).contains("ApplicationFacts").doesNotContain(UZBEK, "中文");
    }

    @Test
    void deskOffersNoPublicationWhereTheFolderIsLaw() {
        String analyst = DeskFixture.signIn("aliya", Role.ANALYST, Role.EMERGENCY);
        String form = DeskFixture.with(analyst)
                .get("/desk/rows?table=term&rule=TM-01")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String draft = DeskFixture.with(analyst)
                .formParams(Map.of("table", "term", "rule", "TM-01", "copy", "false", "title", "Three days", "c4", "3"))
                .formParam("seen", form.replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]+)\".*", "$1"))
                .post("/desk/rows")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(DeskFixture.with(analyst).get(draft).asString())
                .contains("On this service the folder is law")
                .doesNotContain("/proposal\"", "/emergency\"");
        DeskFixture.with(analyst)
                .formParam("text", "Now.")
                .post(draft + "/emergency")
                .then()
                .statusCode(409)
                .body(containsString("This cannot be done as things stand"));
        assertThat(DeskFixture.with(analyst).get("/desk/publications").asString())
                .doesNotContain("/roll-back");
    }

    @Test
    void deskShowsTheFirstLanguageOfALawThatDoesNotHaveItsOwn() {
        String id = decide("en").extract().path("id");
        String key = CallerFixture.make("office", EnumSet.of(Role.AUDITOR), Duration.ofHours(1))
                .text()
                .reveal();
        String session =
                DeskFixture.signInWith(key).then().statusCode(303).extract().cookie(SessionCookie.NAME);
        String page = DeskFixture.with(session)
                .header("Accept-Language", "ru")
                .get("/desk/decisions/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("<html lang=\"ru\">", "<bdi lang=\"uz\">" + UZBEK, "?language=zh\"")
                .doesNotContain("<bdi lang=\"ru\">");
        assertThat(page)
                .as("the folder is watched")
                .contains("<p class=\"alarm\" role=\"status\">Папка службы — это закон");
        DeskFixture.with(session)
                .get("/desk/decisions/" + id + "/receipts/notice-of-refusal.html?language=zh")
                .then()
                .statusCode(200)
                .body(containsString("lang=\"zh\""), containsString("中文"));
    }
}
