package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.policy.PolicyArchive;
import kz.sheshim.policy.PolicyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests about drafts that cannot be meant as they are: the answer says what is wrong, and nothing is ignored. */
@QuarkusTest
@TestProfile(DraftsIT.SmallPolicy.class)
class UnreadableDraftRequestsIT {
    private static final Path POLICY = Path.of("src/test/resources/policies/heating-allowance");
    private static final String DRAFTS = "/api/v1/drafts";

    private static RequestSpecification analyst() {
        return as("analyst", Role.ANALYST);
    }

    private static List<PolicyFile> files(String limit) {
        return new EditedPolicyFixture(new FolderPolicySource(POLICY).files())
                .set("allowance.xlsx", "Income limits", "E12", limit)
                .files();
    }

    private static ValidatableResponse open(String query, List<PolicyFile> files) {
        return analyst()
                .contentType("application/zip")
                .body(PolicyArchive.of(files))
                .post(DRAFTS + query)
                .then();
    }

    private static String opened(String limit) {
        return open("?title=x", files(limit)).statusCode(201).extract().path("draft.id");
    }

    private static ValidatableResponse comment(String draft, Object body) {
        return analyst()
                .contentType("application/json")
                .body(body)
                .post(DRAFTS + "/" + draft + "/comments")
                .then();
    }

    private static void bad(ValidatableResponse answer, String detail) {
        answer.statusCode(400)
                .body("type", equalTo("urn:sheshim:problem:bad-parameter"))
                .body("detail", equalTo(detail));
    }

    @Test
    void parameterThatStandsTwiceIsRefusedUnlessItMayBeRepeated() {
        bad(open("?title=a&title=b", files("651.1")), "title must be there only once.");
        bad(analyst().get(DRAFTS + "?limit=1&limit=2").then(), "limit must be there only once.");
        open("?title=a&remove=x.xlsx&remove=y.xlsx", files("651.2"))
                .body("type", equalTo("urn:sheshim:problem:draft-unknown-workbook"));
        bad(analyst().get(DRAFTS + "?foo=1").then(), "foo is unknown here. Known are: after, limit.");
    }

    @Test
    void textThatIsMissingOrEmptyIsSaidToBeSo() {
        bad(open("", files("651.3")), "title is missing.");
        bad(open("?title= ", files("651.3")), "title is empty.");
        String draft = opened("651.3");
        bad(comment(draft, "{}"), "text is missing.");
        bad(comment(draft, "{\"text\": \" \"}"), "text is empty.");
        bad(comment(draft, "[]"), "the body must be an object with text; about may be left out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "income-limits/IL-99", "income-limit/IL-4", "/", ": x", "income-limits"})
    void commentOnWhatIsNotThereIsRefused(String about) {
        bad(
                comment(opened("651." + about.length()), Map.of("text", "Why?", "about", about)),
                "about must be a row of the draft (TABLE/RULE), or a case (TABLE: and the case as the dossier writes it).");
    }

    @Test
    void commentOnARowOrACaseIsTaken() {
        String draft = opened("652.1");
        comment(draft, Map.of("text", "Why?", "about", "income-limits/IL-4")).statusCode(200);
        comment(draft, Map.of("text", "Why?", "about", "income-limits: household.members 4"))
                .statusCode(200);
    }

    @Test
    void onlyArchivesMayBeLargerThanOtherBodies() {
        String draft = opened("653.1");
        comment(draft, " ".repeat(1_200_000)).statusCode(413).body("limit", equalTo(1_000_000));
        analyst()
                .contentType("application/zip")
                .body(new byte[1_200_000])
                .post(DRAFTS + "?title=x")
                .then()
                .statusCode(400)
                .body("detail", startsWith("the body must be a zip archive"));
    }

    @Test
    void allIsANumberOfNewestForEachSelection() {
        String all = "{\"newest\": \"all\"}";
        as("auditor", Role.AUDITOR)
                .contentType("application/json")
                .body(all)
                .post("/api/v1/replays")
                .then()
                .statusCode(202);
        bad(
                as("auditor", Role.AUDITOR)
                        .contentType("application/json")
                        .body("{\"newest\": \"most\"}")
                        .post("/api/v1/replays")
                        .then(),
                "newest must be a whole number from 1 on, or all.");
    }
}
