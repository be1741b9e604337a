package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.as;
import static kz.sheshim.CallerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kz.sheshim.CallerFixture;
import kz.sheshim.access.Role;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways to slip law through that nobody else has looked at. */
@QuarkusTest
@TestProfile(DraftsIT.SmallPolicy.class)
class DraftAttacksIT {
    private static final Duration WAIT = Duration.ofSeconds(4);

    /** By this limit the scenarios pass. */
    private static final String HIGHER = "640.8";

    private static final String OTHER = "640.85";

    private static RequestSpecification analyst() {
        return as("analyst", Role.ANALYST);
    }

    private static RequestSpecification approver() {
        return as("approver", Role.APPROVER);
    }

    private static String path(String draft, String step) {
        return "/api/v1/drafts/" + draft + "/" + step;
    }

    private static String open(RequestSpecification author, String limit) {
        return author.multiPart("title", "Higher limit")
                .multiPart("files", "allowance.xlsx", DraftFormsIT.workbook(limit))
                .post("/api/v1/drafts")
                .then()
                .statusCode(201)
                .extract()
                .path("draft.id");
    }

    private static void upload(String draft, String limit) {
        analyst()
                .multiPart("files", "allowance.xlsx", DraftFormsIT.workbook(limit))
                .post(path(draft, "versions"))
                .then()
                .statusCode(200);
    }

    private static String proposed() {
        String draft = open(analyst(), HIGHER);
        propose(draft);
        return draft;
    }

    private static void propose(String draft) {
        say(analyst(), draft, "proposal").statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> approver().get(path(draft, "dossier")).statusCode() == 200);
    }

    private static ValidatableResponse say(RequestSpecification who, String draft, String step) {
        return who.contentType("application/json")
                .body(Map.of("text", "For a reason."))
                .post(path(draft, step))
                .then();
    }

    private static Response approve(RequestSpecification who, String draft, @Nullable Instant at) {
        Map<String, String> order = new HashMap<>();
        order.put("revision", read(draft).extract().path("revision"));
        order.put("reason", "As the order says.");
        if (at != null) {
            order.put("at", at.toString());
        }
        return who.contentType("application/json").body(order).post(path(draft, "approval"));
    }

    private static ValidatableResponse read(String draft) {
        return analyst().get("/api/v1/drafts/" + draft).then().statusCode(200);
    }

    private static String law() {
        return analyst().get("/api/v1/publications?limit=1").then().extract().path("publications[0].revision");
    }

    private static void awaitState(String draft, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> read(draft).extract().path("state").equals(state));
    }

    /** What is in force before each test and, for others, after it: the policy of the folder. */
    @BeforeEach
    @AfterEach
    void lawOfTheFolder() {
        List<String> all =
                analyst().get("/api/v1/publications?limit=100").then().extract().path("publications.revision");
        String first = all.get(all.size() - 1);
        if (!law().equals(first)) {
            approve(approver(), rollBack(analyst(), first), null).then().statusCode(200);
        }
    }

    private static String rollBack(RequestSpecification who, String revision) {
        return who.contentType("application/json")
                .body(Map.of("title", "Back", "revision", revision, "reason", "It was wrong."))
                .post("/api/v1/drafts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void whoLookedAtAnEarlierVersionApprovesNothing() {
        String draft = open(analyst(), OTHER);
        upload(draft, HIGHER);
        propose(draft);
        String law = law();
        approve(approver().header("If-Match", "\"1\""), draft, null)
                .then()
                .statusCode(412)
                .body("type", endsWith(":draft-later-version"));
        say(as("duty", Role.EMERGENCY).header("If-Match", "\"1\""), draft, "emergency")
                .statusCode(412);
        as("duty", Role.EMERGENCY)
                .formParam("text", "At once.")
                .formParam("version", "1")
                .post("/desk/drafts/" + draft + "/emergency")
                .then()
                .statusCode(412);
        approver()
                .formParam("text", "As the order says.")
                .formParam("version", "1")
                .formParam("revision", read(draft).extract().<String>path("revision"))
                .post("/desk/drafts/" + draft + "/approval")
                .then()
                .statusCode(412);
        assertThat(law()).isEqualTo(law);
        approve(approver().header("If-Match", "\"2\""), draft, null)
                .then()
                .statusCode(200)
                .body("state", equalTo("in-force"));
    }

    @Test
    void authorDoesNotConfirmWhatOneOtherPersonPublished() {
        String draft = open(as("writer", Role.ANALYST, Role.APPROVER), HIGHER);
        say(as("duty", Role.EMERGENCY), draft, "emergency").statusCode(200).body("state", equalTo("in-force"));
        say(as("writer", Role.APPROVER), draft, "confirmation")
                .statusCode(403)
                .body("type", endsWith(":draft-own-draft"));
        say(as("duty", Role.APPROVER), draft, "confirmation").statusCode(403);
        say(approver(), draft, "confirmation").statusCode(200);
    }

    @Test
    void ofTwoApprovalsAtOnceOneCounts() {
        String draft = proposed();
        List<Integer> answers = Stream.of("one", "other")
                .map(name -> CompletableFuture.supplyAsync(
                        () -> approve(as(name, Role.APPROVER), draft, null).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(200, 409);
        List<String> published =
                analyst().get("/api/v1/publications?limit=100").then().extract().path("publications.draft");
        assertThat(published).containsOnlyOnce(draft);
    }

    @Test
    void uploadAfterTheApprovalStopsIt() {
        String draft = proposed();
        String law = law();
        Instant moment = Instant.now().plus(WAIT);
        approve(approver(), draft, moment).then().statusCode(200).body("state", equalTo("approved"));
        upload(draft, OTHER);
        await(moment);
        read(draft).body("state", equalTo("draft"));
        assertThat(law()).isEqualTo(law);
    }

    @Test
    void baseThatChangesBeforeTheMomentVoidsTheApproval() {
        String draft = proposed();
        String other = open(analyst(), OTHER);
        Instant moment = Instant.now().plus(WAIT);
        approve(approver(), draft, moment).then().statusCode(200).body("state", equalTo("approved"));
        say(as("duty", Role.EMERGENCY), other, "emergency").statusCode(200);
        String law = law();
        await(moment);
        awaitState(draft, "proposed");
        assertThat(law()).isEqualTo(law);
        say(approver(), other, "confirmation").statusCode(200);
    }

    @Test
    void keyThatIsRevokedBeforeTheMomentVoidsTheApproval() {
        String draft = proposed();
        String law = law();
        ValidatableResponse key = CallerFixture.given()
                .contentType("application/json")
                .body(Map.of("owner", "leaving", "roles", List.of("approver")))
                .post("/api/v1/api-keys")
                .then()
                .statusCode(201);
        Instant moment = Instant.now().plus(WAIT);
        approve(with(key.extract().path("key")), draft, moment).then().statusCode(200);
        CallerFixture.given()
                .delete("/api/v1/api-keys/" + key.extract().path("id"))
                .then()
                .statusCode(204);
        await(moment);
        awaitState(draft, "proposed");
        assertThat(law()).isEqualTo(law);
    }

    @Test
    void nobodyRollsBackAlone() {
        String earlier = law();
        approve(approver(), proposed(), null).then().statusCode(200);
        String draft = rollBack(as("one", Role.ANALYST, Role.APPROVER, Role.EMERGENCY), earlier);
        approve(as("one", Role.APPROVER), draft, null).then().statusCode(403);
        approve(as("ONE", Role.APPROVER), draft, null).then().statusCode(403);
        approve(approver(), draft, null).then().statusCode(200).body("state", equalTo("in-force"));
    }

    private static void await(Instant moment) {
        Awaitility.await().atMost(WAIT.plusSeconds(30)).until(() -> Instant.now()
                .isAfter(moment.plusSeconds(2)));
    }
}
