package kz.sheshim.adapter.http;

import static kz.sheshim.AwaitFixture.await;
import static kz.sheshim.CallerFixture.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.FolderFixture;
import kz.sheshim.policy.PolicyArchive;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In development a saved workbook counts from the next application on, and earlier decisions stay what they were. */
@QuarkusTest
@TestProfile(WatchedFolderIT.Watched.class)
class WatchedFolderIT {
    private static final Path FOLDER = Path.of("target/watched-policy");
    private static final String DATA = "target/watched-of-tests-" + System.getProperty("test.fork", "1");

    /** A copy of the shipped policy that is watched. */
    public static final class Watched implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // An earlier run may have left workbooks that are no longer shipped
            FolderFixture.delete(FOLDER);
            save(new EditedPolicyFixture());
            return Map.of(
                    "sheshim.policy.folder",
                    FOLDER.toString(),
                    "sheshim.policy.watch",
                    "true",
                    "sheshim.policy.quiet-time",
                    "200ms",
                    // its law is another one than that of the other tests
                    "sheshim.embedded.data-dir",
                    DATA + "/postgres",
                    "sheshim.log.folder",
                    DATA + "/log");
        }
    }

    @BeforeEach
    void restore() throws InterruptedException {
        save(new EditedPolicyFixture());
        awaitOutcome("acceptance-refused");
    }

    private static void save(EditedPolicyFixture policy) {
        policy.files().forEach(file -> {
            try {
                Path path = FOLDER.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.write(path, file.bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static ValidatableResponse decide() {
        return given().contentType("application/json")
                .body(new ApplicationFixture().body())
                .post("/api/v1/decisions")
                .then();
    }

    @Test
    void savedWorkbookCountsWhenItIsReadyAndAFaultyOneDoesNot() throws InterruptedException {
        var before = decide().statusCode(201)
                .body("outcome", equalTo("acceptance-refused"))
                .extract();

        save(new EditedPolicyFixture().set("documents.xlsx", "Defects of identity docs", "C11", "2026-06-30"));
        awaitOutcome("granted");
        given().post("/api/v1/decisions/" + before.path("id") + "/replay")
                .then()
                .statusCode(200)
                .body("identical", equalTo(true))
                .body("revision", equalTo(before.<String>path("revision")));

        save(new EditedPolicyFixture().set("documents.xlsx", "Defects of identity docs", "C11", "soon"));
        await("the change is refused", () -> ready().contains("cannot be used"));
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().body(containsString("sheshim_ruleset_refused 1.0"));
        decide().statusCode(201).body("outcome", equalTo("granted"));

        save(new EditedPolicyFixture());
        awaitOutcome("acceptance-refused");
        assertThat(ready()).doesNotContain("cannot be used");
    }

    /** Nobody needs a key for the contract, so a request for it must not read files. */
    @Test
    void theContractIsMadeOnceForEachRevision() throws IOException {
        String before = contract();
        Path example = FOLDER.resolve("decision-tables/example.json");
        byte[] stood = Files.exists(example) ? Files.readAllBytes(example) : null;
        Files.writeString(example, "{\"application\": {\"reference\": \"another example\"}}");
        try {
            assertThat(contract()).isEqualTo(before);
        } finally {
            if (stood == null) {
                Files.delete(example);
            } else {
                Files.write(example, stood);
            }
        }
    }

    private static String contract() {
        return given().get("/q/openapi").then().statusCode(200).extract().header("ETag");
    }

    @Test
    void whereTheFolderIsLawNoDraftIsPublishedAndReadinessSaysSo() {
        assertThat(ready()).contains("whoever can write to the folder changes the law");
        given().get("/api/v1/publications").then().body("folderIsLaw", equalTo(true));
        given().get("/api/v1/revisions").then().body("find { it.inForce }.folderIsLaw", equalTo(true));
        String draft = given().contentType("application/zip")
                .body(PolicyArchive.of(new EditedPolicyFixture()
                        .set("documents.xlsx", "Defects of identity docs", "C11", "2026-06-30")
                        .files()))
                .post("/api/v1/drafts?title=x")
                .then()
                .statusCode(201)
                .extract()
                .path("draft.id");
        given().contentType("application/json")
                .body("{\"text\": \"now\"}")
                .post("/api/v1/drafts/" + draft + "/emergency")
                .then()
                .statusCode(409)
                .body("detail", containsString("sheshim.policy.watch"));
    }

    private static String ready() {
        return given().get("/q/health/ready").asString();
    }

    private static void awaitOutcome(String outcome) throws InterruptedException {
        await(outcome, () -> decide().statusCode(201).extract().path("outcome").equals(outcome));
    }

    @Test
    void decisionSaysWhereItsRuleStoodWhenItWasDecided() throws InterruptedException {
        var before = decide().statusCode(201).extract();
        String place = "documents.xlsx › Defects of identity docs › A11";
        assertThat(before.<String>path("grounds[0].rule.cell")).isEqualTo(place);

        save(new EditedPolicyFixture()
                .edit("documents.xlsx", book -> swap(book.getSheet("Defects of identity docs"), 9, 10)));

        await("the row moves", () -> decide().statusCode(201)
                .body("revision", equalTo(before.<String>path("revision")))
                .extract()
                .path("grounds[0].rule.cell")
                .equals("documents.xlsx › Defects of identity docs › A10"));
        given().get("/api/v1/decisions/" + before.path("id"))
                .then()
                .statusCode(200)
                .body("grounds[0].rule.cell", equalTo(place));
    }

    private static void swap(XSSFSheet sheet, int one, int other) {
        int spare = sheet.getLastRowNum() + 10;
        sheet.createRow(spare).copyRowFrom(sheet.getRow(one), new CellCopyPolicy());
        sheet.getRow(one).copyRowFrom(sheet.getRow(other), new CellCopyPolicy());
        sheet.getRow(other).copyRowFrom(sheet.getRow(spare), new CellCopyPolicy());
        sheet.removeRow(sheet.getRow(spare));
    }
}
