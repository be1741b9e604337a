package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.sheshim.CallerFixture;
import kz.sheshim.CommandFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.policy.PolicyArchive;
import kz.sheshim.policy.PolicyFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On which recorded applications the effect of a draft is found out, and workbooks that a draft has no more. */
@QuarkusTest
@TestProfile(DraftsIT.SmallPolicy.class)
class DraftEffectIT {
    private static final Path POLICY = Path.of("src/test/resources/policies/heating-allowance");
    private static final String WORKBOOK = "decision-tables/allowance.xlsx";

    @TestHTTPResource("/")
    URL service;

    private static RequestSpecification analyst() {
        return as("analyst", Role.ANALYST);
    }

    /** An analyst who may read applications. */
    private static RequestSpecification reader() {
        return as("reader", Role.ANALYST, Role.AUDITOR);
    }

    private static PolicyFile workbook(String limit) {
        return new EditedPolicyFixture(new FolderPolicySource(POLICY).files())
                .set("allowance.xlsx", "Income limits", "E12", limit).files().stream()
                        .filter(file -> file.path().equals(WORKBOOK))
                        .findFirst()
                        .orElseThrow();
    }

    private static Response upload(String path, List<PolicyFile> files) {
        return analyst()
                .contentType("application/zip")
                .body(files.isEmpty() ? new byte[0] : PolicyArchive.of(files))
                .post(path);
    }

    private static String open() {
        return upload("/api/v1/drafts?title=Limit", List.of(workbook("640.8")))
                .then()
                .statusCode(201)
                .extract()
                .path("draft.id");
    }

    private static String path(String draft) {
        return "/api/v1/drafts/" + draft + "/dossier";
    }

    private static ValidatableResponse order(String draft, Map<String, ?> selection) {
        return order(analyst(), draft, selection);
    }

    private static ValidatableResponse order(RequestSpecification who, String draft, Map<String, ?> selection) {
        return who.contentType("application/json")
                .body(selection)
                .post(path(draft))
                .then();
    }

    /** The dossier, once nothing is being made for it. */
    private static ValidatableResponse ready(String draft) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> {
            Response answer = analyst().get(path(draft));
            return answer.statusCode() == 200 && answer.path("progress") == null;
        });
        return as("reader", Role.AUDITOR).get(path(draft)).then();
    }

    @Test
    void codeThatNobodyKnowsIsRefused() {
        String draft = open();
        order(draft, Map.of("outcome", "awardet"))
                .statusCode(400)
                .body("detail", containsString("of the law in force or of a recorded decision: awarded, "));
        order(reader(), draft, Map.of("ground", "nope")).statusCode(400);
        as("reader", Role.AUDITOR)
                .contentType("application/json")
                .body(Map.of("ground", "nope"))
                .post("/api/v1/replays")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("ground"));
    }

    private static void decide(String submitter, String receivedAt) {
        as(submitter, Role.INTAKE)
                .contentType("application/json")
                .body(Map.of(
                        "claim",
                        Map.of("number", "PS-1", "receivedAt", receivedAt, "paidThisWinter", false),
                        "dwelling",
                        Map.of("fuel", "oil"),
                        "members",
                        List.of(
                                Map.of("kinship", "head", "birthDate", "1985-05-05", "income", 1281.4),
                                Map.of("kinship", "spouse", "birthDate", "1985-05-05", "income", 0))))
                .post("/api/v1/decisions")
                .then()
                .statusCode(201);
    }

    @Test
    void effectIsFoundOutOnTheApplicationsThatAreSelected() {
        decide("north", "2026-11-03T10:00:00+04:00");
        decide("north", "2026-11-05T10:00:00+04:00");
        decide("south", "2026-11-05T10:00:00+04:00");
        String draft = open();
        ready(draft)
                .body("content.impact.selection.newest", equalTo(100_000))
                .body("content.impact.selection.size()", equalTo(1))
                .body("content.impact.decided", greaterThan(2));

        order(
                        reader(),
                        draft,
                        Map.of(
                                "submitter",
                                "north",
                                "from",
                                "2026-11-04",
                                "to",
                                "2026-11-05",
                                "outcome",
                                "rejected",
                                "newest",
                                "all"))
                .statusCode(202);
        ready(draft)
                .body("content.impact.decided", equalTo(1))
                .body("content.impact.changed", equalTo(1))
                .body(
                        "content.impact.selection",
                        equalTo(Map.of(
                                "submitter",
                                "north",
                                "from",
                                "2026-11-04",
                                "to",
                                "2026-11-05",
                                "outcome",
                                "rejected")));
        analyst()
                .get(path(draft))
                .then()
                .body("content.impact.keySet()", contains("selection", "withheld"))
                .body("content.impact.withheld", containsString("Fewer than 10"));
        analyst()
                .get("/desk/drafts/" + draft)
                .then()
                .statusCode(200)
                .body(containsString("on fewer than 10 applications"), not(containsString("Decided otherwise:")));
        assertThat(CommandFixture.run(
                                "drafts",
                                "dossier",
                                draft,
                                "--submitter",
                                "south",
                                "--newest",
                                "1",
                                "--api-key",
                                key(Role.ANALYST, Role.AUDITOR),
                                "--server",
                                service.toString())
                        .text())
                .contains("\"submitter\"", "\"south\"", "\"decided\"");
        reader().get("/desk/drafts/" + draft)
                .then()
                .statusCode(200)
                .body(containsString("<bdi>south</bdi>"), containsString("/desk/drafts/" + draft + "/effect"));
        reader().formParam("submitter", "north")
                .formParam("newest", "")
                .redirects()
                .follow(false)
                .post("/desk/drafts/" + draft + "/effect")
                .then()
                .statusCode(303);
        analyst()
                .get("/desk/drafts/" + draft + "/effect")
                .then()
                .statusCode(200)
                .body(containsString("id=\"effect\""));
        ready(draft)
                .body("content.impact.selection", equalTo(Map.of("submitter", "north")))
                .body("content.impact.decided", equalTo(2));
    }

    private static String key(Role... roles) {
        return CallerFixture.make("analyst", Set.of(roles), Duration.ofHours(1))
                .text()
                .reveal();
    }

    @Test
    void selectionThatCannotBeReadIsAProblem() {
        String draft = open();
        order(draft, Map.of("newest", "some")).statusCode(400).body("parameter", equalTo("newest"));
        order(draft, Map.of("newest", 0)).statusCode(400);
        order(draft, Map.of("from", "soon")).statusCode(400).body("parameter", equalTo("from"));
        order(draft, Map.of("from", "2026-11-05", "to", "2026-11-04")).statusCode(400);
        order(draft, Map.of("sender", "north")).statusCode(400);
        as("auditor", Role.AUDITOR).post(path(draft)).then().statusCode(403);
    }

    @Test
    void whoeverMayNotReadApplicationsSelectsThemRoughly() {
        String draft = open();
        order(draft, Map.of("submitter", "north")).statusCode(400).body("parameter", equalTo("submitter"));
        order(draft, Map.of("ground", "G-1")).statusCode(400).body("parameter", equalTo("ground"));
        order(draft, Map.of("newest", 11)).statusCode(400).body("parameter", equalTo("newest"));
        order(draft, Map.of("newest", 3_000, "outcome", "rejected")).statusCode(202);
        order(draft, Map.of("newest", "all")).statusCode(202);
        order(draft, Map.of()).statusCode(202);
        analyst()
                .formParam("newest", "11")
                .post("/desk/drafts/" + draft + "/effect")
                .then()
                .statusCode(400);
        analyst()
                .get("/desk/drafts/" + draft + "/effect")
                .then()
                .body(
                        containsString("step=\"1000\""),
                        containsString("cannot select by submitter"),
                        not(containsString("name=\"submitter\"")),
                        not(containsString("name=\"ground\"")));
        reader().get("/desk/drafts/" + draft + "/effect")
                .then()
                .body(containsString("name=\"submitter\""), not(containsString("step=\"1000\"")));
    }

    @Test
    void whatIsCancelledLeavesTheDossierAsItIs() {
        String draft = open();
        String madeAt = ready(draft).extract().path("madeAt");

        order(draft, Map.of("newest", "2000")).statusCode(202);
        analyst().delete(path(draft)).then().statusCode(204);

        ready(draft).body("madeAt", equalTo(madeAt)).body("content.impact.selection.newest", equalTo(100_000));
    }

    @Test
    void dossierOfADraftThatHasEndedStaysAsItIs() {
        String draft = open();
        analyst()
                .contentType("application/json")
                .body(Map.of("text", "No."))
                .post("/api/v1/drafts/" + draft + "/withdrawal")
                .then()
                .statusCode(200);

        order(draft, Map.of()).statusCode(409).body("type", equalTo("urn:sheshim:problem:draft-state"));
    }

    private static List<String> files(String draft) throws IOException {
        byte[] archive = analyst().get("/api/v1/drafts/" + draft + "/files").asByteArray();
        List<String> paths = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                paths.add(entry.getName());
            }
        }
        return paths;
    }

    @Test
    void workbookIsReplacedByOneOfAnotherName(@TempDir Path folder) throws IOException {
        String draft = open();
        Path renamed =
                Files.write(folder.resolve("limits.xlsx"), workbook("640.82").bytes());
        CommandFixture.Outcome outcome = CommandFixture.run(
                "propose",
                renamed.toString(),
                "--remove",
                "allowance.xlsx",
                "--draft",
                draft,
                "--api-key",
                key(Role.ANALYST),
                "--server",
                service.toString());

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(files(draft)).contains("decision-tables/limits.xlsx").doesNotContain(WORKBOOK);
        ready(draft).body("errors", equalTo(0));

        analyst()
                .redirects()
                .follow(false)
                .post("/desk/drafts/" + draft + "/versions/1/again")
                .then()
                .statusCode(303);
        assertThat(files(draft)).contains(WORKBOOK).doesNotContain("decision-tables/limits.xlsx");
    }

    @Test
    void workbookIsRemovedAloneAndTheFindingsSayWhatNeedsIt() throws IOException {
        String draft = upload("/api/v1/drafts?title=Fewer&remove=" + WORKBOOK, List.of())
                .then()
                .statusCode(201)
                .body("findings.severity", hasItems("error"))
                .extract()
                .path("draft.id");
        assertThat(files(draft)).doesNotContain(WORKBOOK);

        upload("/api/v1/drafts/" + draft + "/versions?remove=allowance.xlsx", List.of())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:sheshim:problem:draft-unknown-workbook"))
                .body("detail", containsString("vocabulary.xlsx"));
        upload("/api/v1/drafts/" + draft + "/versions?remove=../x.drl", List.of())
                .then()
                .statusCode(400)
                .body("parameter", equalTo("remove"));
    }

    @Test
    void workbookIsRemovedAtTheDesk() throws IOException {
        String draft = open();
        analyst()
                .get("/desk/drafts/" + draft + "/workbooks")
                .then()
                .statusCode(200)
                .body(containsString(WORKBOOK), not(containsString(".drl")));
        analyst()
                .queryParam("remove", WORKBOOK)
                .get("/desk/drafts/" + draft + "/workbooks")
                .then()
                .statusCode(200)
                .body(containsString("value=\"" + WORKBOOK + "\""));
        analyst()
                .formParam("path", WORKBOOK)
                .redirects()
                .follow(false)
                .post("/desk/drafts/" + draft + "/workbooks/removal")
                .then()
                .statusCode(303)
                .header("Location", "/desk/drafts/" + draft);
        assertThat(files(draft)).doesNotContain(WORKBOOK);
        analyst().get("/desk/drafts/" + draft).then().statusCode(200);
    }
}
