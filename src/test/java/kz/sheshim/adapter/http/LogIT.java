package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.as;
import static kz.sheshim.CallerFixture.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.Json;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.AwaitFixture;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.bulk.BackgroundRun;
import kz.sheshim.bulk.Run;
import kz.sheshim.bulk.RunStore;
import kz.sheshim.bulk.RunStore.Reached;
import kz.sheshim.bulk.RunStore.Told;
import kz.sheshim.log.tree.Checkpoint;
import kz.sheshim.log.tree.EntryBundle;
import kz.sheshim.log.tree.Hash;
import kz.sheshim.log.tree.LogProof;
import kz.sheshim.log.tree.MerkleProof;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.Tile;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.proof.VerifyProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log as anybody may read it, proofs of decisions, and erasures. */
@QuarkusTest
class LogIT {
    @Inject
    RunStore store;

    private static final String BODY =
            "{\"decision\": \"%s\", \"basis\": \"retention-ended\", \"reason\": \"Letter 17\"}";

    /** A decision whose entry is in the tree. */
    private static ValidatableResponse decided(String reference) {
        return given().contentType("application/json")
                .header("Prefer", "respond-async, wait=30")
                .body(new ApplicationFixture()
                        .set("application.reference", reference)
                        .body())
                .post("/api/v1/decisions")
                .then()
                .statusCode(201);
    }

    private static String id(ValidatableResponse decision) {
        return decision.extract().path("id");
    }

    private static byte[] open(String path) {
        return RestAssured.given()
                .get("/log/v1/" + path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static String text(String path) {
        return new String(open(path), StandardCharsets.UTF_8);
    }

    private static VerifierKey key() {
        return VerifierKey.parse(text("key").strip());
    }

    private static Checkpoint checkpoint() {
        return TrustPolicy.of(List.of(key())).verify(Note.parse(text("checkpoint")));
    }

    /** As a client of C2SP tlog-tiles does: from entries to leaf hashes, tile and root. */
    @Test
    void anybodyCanRebuildTheTreeFromWhatIsPublished() {
        String leaf = decided("rebuild").extract().path("leaf");
        Checkpoint checkpoint = checkpoint();
        List<Hash> leaves = new ArrayList<>();
        for (long start = 0; start < checkpoint.size(); start += Tile.FULL) {
            int width = (int) Math.min(Tile.FULL, checkpoint.size() - start);
            EntryBundle bundle = new EntryBundle(start / Tile.FULL, width);
            List<Hash> hashes =
                    bundle.decode(open(bundle.path())).stream().map(Hash::leaf).toList();
            byte[] tile = open(new Tile(0, start / Tile.FULL, width).path());
            for (int i = 0; i < width; i++) {
                assertThat(Arrays.copyOfRange(tile, i * 32, i * 32 + 32))
                        .isEqualTo(hashes.get(i).bytes());
            }
            leaves.addAll(hashes);
        }
        assertThat(root(leaves)).isEqualTo(checkpoint.root());
        assertThat(leaves).contains(Hash.parse(leaf));
    }

    /** RFC 6962, section 2.1, word for word. */
    private static Hash root(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    @Test
    void laterCheckpointIsConsistentWithAnEarlierOne() {
        decided("earlier");
        Checkpoint earlier = checkpoint();
        decided("later");
        Checkpoint later = checkpoint();
        List<Hash> proof = text("consistency?from=" + earlier.size() + "&to=" + later.size())
                .lines()
                .map(Hash::parse)
                .toList();
        assertThat(later.size()).isGreaterThan(earlier.size());
        assertThat(MerkleProof.extend(earlier.size(), earlier.root(), later.size(), later.root(), proof))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/999",
                "tile/0/000.p/0",
                "tile/9/000",
                "tile/0/0",
                "tile/entries/x001/000",
                "tile/entries/",
                "tile/-1/000"
            })
    void whatTheTreeDoesNotHaveIsNotFound(String path) {
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/log/v1/" + path)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from=1&to=999999999", "from=2&to=1", "from=0&to=1", "from=a&to=1", "to=1", "from=1&until=1"})
    void consistencyOfSizesThatAreNoneIsABadParameter(String parameters) {
        decided("some");
        RestAssured.given().get("/log/v1/consistency?" + parameters).then().statusCode(400);
    }

    @Test
    void logThatHasNotStoppedIsNotResumed() {
        as("stranger", Role.INTAKE).post("/api/v1/log/resumption").then().statusCode(403);
        as("somebody", Role.OPERATOR)
                .post("/api/v1/log/resumption")
                .then()
                .statusCode(200)
                .body("resumed", equalTo(false))
                .body("erasedAgain", equalTo(0))
                .body("stopped", equalTo(null));
    }

    @Test
    void proofHoldsWithoutTheServiceAndTellsOnlyWhatItIsAskedTo() {
        String id = id(decided("to be proven"));
        TrustPolicy trust = TrustPolicy.of(List.of(key()));
        VerifyProof verifier = new VerifyProof(new JacksonParser(), new JacksonVerdictCodec());

        byte[] whole = given().get("/api/v1/decisions/" + id + "/proof")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        VerifyProof.Findings found = verifier.verify(whole, trust, null);
        assertThat(found.hold()).as(found.steps().toString()).isTrue();
        assertThat(found.parts())
                .containsEntry("reference", "to be proven")
                .containsEntry("outcome", "acceptance-refused")
                .containsKeys(
                        "application", "facts", "verdict", "submitter", "applicant.citizenship", "documents[0].kind");

        byte[] little = given().get("/api/v1/decisions/" + id + "/proof?disclose=outcome,grounds")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(verifier.verify(little, trust, null).hold()).isTrue();
        assertThat(verifier.verify(little, trust, null).parts()).containsOnlyKeys("outcome", "grounds");
        assertThat(new String(LogProof.parse(little).extra(), StandardCharsets.UTF_8))
                .doesNotContain("to be proven");

        byte[] nothing = given().get("/api/v1/decisions/" + id + "/proof?disclose=")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(verifier.verify(nothing, trust, null).hold()).isTrue();
        assertThat(verifier.verify(nothing, trust, null).parts()).isEmpty();
        for (String unknown : List.of("Outcome", "outcome,nothing", ",", "outcome,")) {
            given().queryParam("disclose", unknown)
                    .get("/api/v1/decisions/" + id + "/proof")
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("documents[0].number"));
        }
    }

    @Test
    void proofOfAnotherSubmitterIsNotFound() {
        String id = id(decided("mine"));
        as("stranger", Role.INTAKE)
                .get("/api/v1/decisions/" + id + "/proof")
                .then()
                .statusCode(404);
        as("somebody", Role.OPERATOR)
                .get("/api/v1/decisions/" + id + "/proof")
                .then()
                .statusCode(403);
    }

    @Test
    void erasedCaseIsGoneEverywhereAndItsEntryStays() {
        String reference = "erase me " + UUID.randomUUID();
        ValidatableResponse decision = decided(reference);
        String id = id(decision);
        int entry = decision.extract().path("entry");
        Hash leaf = Hash.parse(decision.extract().path("leaf"));
        byte[] proof = given().get("/api/v1/decisions/" + id + "/proof")
                .then()
                .extract()
                .asByteArray();

        int erasure = given().contentType("application/json")
                .body(BODY.formatted(id))
                .post("/api/v1/erasures")
                .then()
                .statusCode(201)
                .body("decision", equalTo(id), "erasedEntry", equalTo(entry), "basis", equalTo("retention-ended"))
                .body("reason", equalTo("Letter 17"))
                .extract()
                .path("entry");

        for (String path : List.of("", "/receipt", "/proof")) {
            given().get("/api/v1/decisions/" + id + path)
                    .then()
                    .statusCode(410)
                    .body("type", equalTo("urn:sheshim:problem:case-erased"), "erasure", equalTo(erasure));
        }
        given().post("/api/v1/decisions/" + id + "/replay").then().statusCode(410);
        given().queryParam("reference", reference)
                .get("/api/v1/decisions")
                .then()
                .statusCode(200)
                .body("decisions.size()", equalTo(0));
        given().queryParam("outcome", "acceptance-refused")
                .get("/api/v1/decisions")
                .then()
                .statusCode(200)
                .body("erased.find { it.id == '" + id + "' }.erased.entry", equalTo(erasure));
        given().get("/api/v1/erasures").then().statusCode(200).body("erasures.decision", hasItem(id));
        given().contentType("application/json")
                .body(BODY.formatted(id))
                .post("/api/v1/erasures")
                .then()
                .statusCode(410);

        decided("after the erasure");
        assertThat(LogProof.parse(proof)
                        .verify(leaf, TrustPolicy.of(List.of(key())))
                        .size())
                .isPositive();
        assertThat(entries())
                .anyMatch(each -> each.equals("id " + id))
                .anyMatch(each -> each.equals("basis retention-ended"))
                .noneMatch(each -> each.contains("Letter 17"));
    }

    private static List<String> entries() {
        List<String> lines = new ArrayList<>();
        Checkpoint checkpoint = checkpoint();
        for (long start = 0; start < checkpoint.size(); start += Tile.FULL) {
            EntryBundle bundle =
                    new EntryBundle(start / Tile.FULL, (int) Math.min(Tile.FULL, checkpoint.size() - start));
            bundle.decode(open(bundle.path()))
                    .forEach(entry ->
                            new String(entry, StandardCharsets.UTF_8).lines().forEach(lines::add));
        }
        return lines;
    }

    @Test
    void heldCaseIsNotErased() {
        String id = id(decided("held"));
        String hold = "/api/v1/decisions/" + id + "/hold";
        given().contentType("application/json")
                .body("{\"basis\": \"court\"}")
                .put(hold)
                .then()
                .statusCode(204);
        given().contentType("application/json")
                .body(BODY.formatted(id))
                .post("/api/v1/erasures")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:sheshim:problem:case-held"));
        given().get("/api/v1/decisions/" + id).then().statusCode(200);
        given().get("/api/v1/erasures").then().body("erasures.decision", not(hasItem(id)));
        given().delete(hold).then().statusCode(204);
        given().delete(hold).then().statusCode(404);
        given().contentType("application/json")
                .body(BODY.formatted(id))
                .post("/api/v1/erasures")
                .then()
                .statusCode(201);
    }

    @Test
    void whoeverPlacesOrReleasesAHoldLeavesATrace() {
        String id = id(decided("held by many"));
        String hold = "/api/v1/decisions/" + id + "/hold";
        given().get(hold).then().statusCode(200).body("held", equalTo(false), "steps.size()", equalTo(0));
        as("first", Role.ARCHIVIST)
                .contentType("application/json")
                .body("{\"basis\": \"court\", \"reason\": \"Request 7 of the court\"}")
                .put(hold)
                .then()
                .statusCode(204);
        as("second", Role.ARCHIVIST)
                .contentType("application/json")
                .body("{\"reason\": \"The case is closed\"}")
                .post(hold + "/release")
                .then()
                .statusCode(204);
        given().contentType("application/json")
                .body("{\"reason\": \"again\"}")
                .post(hold + "/release")
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body(BODY.formatted(id))
                .post("/api/v1/erasures")
                .then()
                .statusCode(201);
        as("auditor", Role.AUDITOR)
                .get(hold)
                .then()
                .statusCode(200)
                .body("held", equalTo(false), "steps.kind", contains("placed", "released"))
                .body("steps.officer", contains("first", "second"))
                .body("steps.reason", contains("Request 7 of the court", "The case is closed"))
                .body("steps[0].basis", equalTo("court"), "steps[1].basis", equalTo(null));
        as("somebody", Role.OPERATOR).get(hold).then().statusCode(403);
        given().get("/api/v1/decisions/" + UUID.randomUUID() + "/hold").then().statusCode(404);
    }

    private static String decidedWith(String number) {
        return given().contentType("application/json")
                .body(new ApplicationFixture()
                        .set("application.reference", "with " + UUID.randomUUID())
                        .set("documents.0.number", number)
                        .body())
                .post("/api/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse found(String number) {
        return as("archive", Role.ARCHIVIST)
                .contentType("application/json")
                .body("{\"field\": \"documents.number\", \"value\": \"" + number + "\"}")
                .post("/api/v1/erasures/search")
                .then()
                .statusCode(200);
    }

    @Test
    void caseFilesAreFoundAndErasedByAPersonalText() {
        String number = "n " + UUID.randomUUID();
        String first = decidedWith(number);
        String second = decidedWith(number.toUpperCase(Locale.ROOT).replace(" ", ""));
        String other = decidedWith(number + "0");
        given().contentType("application/json")
                .body("{\"basis\": \"court\"}")
                .put("/api/v1/decisions/" + second + "/hold")
                .then()
                .statusCode(204);
        found(number).body("decisions.decision", contains(second, first), "decisions.held", contains(true, false));
        found(number + "1").body("decisions.size()", equalTo(0));

        as("archive", Role.ARCHIVIST)
                .contentType("application/json")
                .body("{\"field\": \"documents.number\", \"value\": \"" + number + "\", \"basis\": \"request\","
                        + "\"reason\": \"Letter 18\"}")
                .post("/api/v1/erasures")
                .then()
                .statusCode(200)
                .body("erasures.decision", contains(first), "erasures.basis", contains("request"))
                .body("erasures.orderedBy", contains("archive"), "erasures.reason", contains("Letter 18"))
                .body("held", contains(second), "more", equalTo(false));
        given().get("/api/v1/decisions/" + first).then().statusCode(410);
        given().get("/api/v1/decisions/" + second).then().statusCode(200);
        given().get("/api/v1/decisions/" + other).then().statusCode(200);
        found(number).body("decisions.decision", contains(second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"field\": \"documents.nubmer\", \"value\": \"a secret\"}",
                "{\"field\": \"application.reference\", \"value\": \"a secret\"}",
                "{\"field\": \"applicant.birthDate\", \"value\": \"a secret\"}",
                "{\"field\": \"documents.number\", \"value\": \" \"}",
                "{\"field\": \"documents.number\", \"value\": 7}",
                "{\"field\": \"documents.number\", \"value\": \"a secret\", \"why\": \"\"}",
                "{\"value\": \"a secret\"}"
            })
    void searchThatCannotBeReadIsABadParameterAndRepeatsNothing(String search) {
        String answer = given().contentType("application/json")
                .body(search)
                .post("/api/v1/erasures/search")
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertThat(answer).doesNotContain("a secret");
    }

    @Test
    void onlyAnArchivistSearchesByAPersonalText() {
        for (Role role : List.of(Role.INTAKE, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR)) {
            as("somebody", role)
                    .contentType("application/json")
                    .body("{\"field\": \"documents.number\", \"value\": \"N\"}")
                    .post("/api/v1/erasures/search")
                    .then()
                    .statusCode(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "nothing",
                "{\"decision\": \"0199f3c2-0000-7000-8000-000000000001\", \"field\": \"documents.number\", \"value\":"
                        + " \"N\", \"basis\": \"a\"}",
                "{\"field\": \"documents.number\", \"value\": \"N\"}",
                "{\"decision\": 1, \"basis\": \"a\", \"reason\": \"b\"}",
                "{\"decision\": \"x\", \"basis\": \"Because of A. B.\", \"reason\": \"b\"}",
                "{\"decision\": \"0199f3c2-0000-7000-8000-000000000001\", \"basis\": \"a\", \"why\": \"\"}",
                "{\"decision\": \"0199f3c2-0000-7000-8000-000000000001\", \"basis\": \"a\", \"reason\": \" \"}",
                "{\"decision\": \"0199f3c2-0000-7000-8000-000000000001\", \"basis\": \"a\", \"reason\": \"b\\u0000\"}",
                "{\"decision\": \"0199f3c2-0000-7000-8000-000000000001\"}"
            })
    void orderThatCannotBeReadErasesNothing(String order) {
        int status = given().contentType("application/json")
                .body(order)
                .post("/api/v1/erasures")
                .statusCode();
        assertThat(status).isIn(400, 404);
    }

    @Test
    void onlyAnArchivistErases() {
        String id = id(decided("not by everybody"));
        for (Role role : List.of(Role.INTAKE, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR)) {
            as("somebody", role)
                    .contentType("application/json")
                    .body(BODY.formatted(id))
                    .post("/api/v1/erasures")
                    .then()
                    .statusCode(403);
        }
        as("archive", Role.ARCHIVIST)
                .contentType("application/json")
                .body(BODY.formatted(id))
                .post("/api/v1/erasures")
                .then()
                .statusCode(201);
        as("archive", Role.ARCHIVIST).get("/api/v1/decisions/" + id).then().statusCode(403);
        as("auditor", Role.AUDITOR)
                .queryParam("limit", 1)
                .get("/api/v1/erasures")
                .then()
                .statusCode(200)
                .body("erasures.basis", contains("retention-ended"));
    }

    /** The audit that was begun, when it has ended. */
    private static ValidatableResponse audit(String body) throws InterruptedException {
        ValidatableResponse begun = given().contentType("application/json")
                .body(body)
                .post("/api/v1/audits")
                .then()
                .statusCode(202)
                .body("state", oneOf("running", "ended"));
        String location = begun.extract().header("Location");
        assertThat(location).isEqualTo("/api/v1/audits/" + begun.extract().path("id"));
        AwaitFixture.await(
                "the end of the audit",
                () -> !given().get(location).path("state").equals("running"));
        return given().get(location).then().statusCode(200);
    }

    @Test
    void auditorAuditsTheRecordOfTheServiceThatRuns() throws InterruptedException {
        decided("to be audited");
        Checkpoint checkpoint = checkpoint();
        String kept = text("checkpoint");
        ValidatableResponse audit = audit(Json.encode(Map.of("checkpoint", kept)));
        audit.body("state", equalTo("ended"), "flaws.text", equalTo(List.of()), "failure", equalTo(null));
        assertThat(audit.extract().<Integer>path("inTree")).isGreaterThanOrEqualTo((int) checkpoint.size());
        assertThat(audit.extract().<Integer>path("entries")).isGreaterThanOrEqualTo((int) checkpoint.size());
        assertThat(audit.extract().<Integer>path("checkpoints")).isPositive();

        Checkpoint other = new Checkpoint(checkpoint.origin(), checkpoint.size() + 1_000, checkpoint.root());
        String forged = new Note(other.text(), Note.parse(kept).signatures()).toString();
        audit(Json.encode(Map.of("checkpoint", forged)))
                .body("state", equalTo("ended"))
                .body("flaws.text", contains(startsWith("the checkpoint that was kept elsewhere does not count: ")))
                .body("flaws.entry", contains(equalTo(null)));
        audit(Json.encode(Map.of(
                        "trust",
                        "log example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\nquorum none\n")))
                .body("flaws.text", contains("no key of the log is one of the trust policy"));
    }

    @Test
    void auditAgainstSomethingElseIsRefusedWhileOneRunsAnywhere() {
        UUID elsewhere = UUID.randomUUID();
        Run runs = store.begin(
                UUID.randomUUID(), "audit", "{\"trust\":\"log somewhere else\"}", new Submitter("somebody"), elsewhere);
        try {
            given().post("/api/v1/audits")
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body(
                            "type",
                            endsWith("another-runs"),
                            "running",
                            equalTo(runs.id().toString()));
            given().get("/api/v1/audits/" + runs.id())
                    .then()
                    .body("state", equalTo("running"), "askedBy", equalTo("somebody"));
            given().delete("/api/v1/audits/" + runs.id()).then().statusCode(204);
            assertThat(store.tell(runs.id(), elsewhere, new Reached(1, 2, null)))
                    .isEqualTo(Told.CANCELLED);
        } finally {
            store.end(runs.id(), elsewhere, new Reached(1, 2, null), null, BackgroundRun.CANCELLED);
        }
        given().get("/api/v1/audits/" + runs.id()).then().body("state", equalTo("cancelled"));
    }

    @Test
    void auditThatAnotherServiceLetGoGoesOnHere() throws InterruptedException {
        String asked = audit("").extract().path("against.trust");
        UUID elsewhere = UUID.randomUUID();
        Run run = store.begin(
                UUID.randomUUID(), "audit", Json.encode(Map.of("trust", asked)), new Submitter("somebody"), elsewhere);
        store.letGo(run.id(), elsewhere, new Reached(0, 0, null));
        String path = "/api/v1/audits/" + run.id();
        AwaitFixture.await(
                "the end of the audit", () -> !given().get(path).path("state").equals("running"));
        given().get(path).then().body("state", equalTo("ended"), "failure", equalTo(null));
    }

    @Test
    void auditsAreListedWithWhoAskedAndWhatFor() throws InterruptedException {
        String id = audit("").extract().path("id");
        as("auditor", Role.AUDITOR)
                .get("/api/v1/audits")
                .then()
                .statusCode(200)
                .body("audits[0].id", equalTo(id))
                .body("audits[0].askedBy", equalTo("tests"))
                .body("audits[0].against.trust", startsWith("log "))
                .body("audits[0].begunAt", startsWith("20"))
                .body("audits[0].flawed", equalTo(0))
                .body("audits.flaws", everyItem(nullValue()));
        as("auditor", Role.AUDITOR)
                .get("/api/v1/audits?limit=1")
                .then()
                .body("audits", hasSize(1))
                .body("next", equalTo(id));
        as("auditor", Role.AUDITOR)
                .get("/api/v1/audits?after=" + id)
                .then()
                .statusCode(200)
                .body("audits.id", not(hasItem(id)));
        as("auditor", Role.AUDITOR).get("/api/v1/audits?after=x").then().statusCode(404);
        given().delete("/api/v1/audits/" + id).then().statusCode(204);
        given().get("/api/v1/audits/" + id).then().body("state", equalTo("ended"));
        given().delete("/api/v1/audits/none").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"trust\": \"quorum\"}",
                "{\"trust\": 1}",
                "{\"checkpoint\": \"no note\"}",
                "{\"checkpoints\": \"\"}"
            })
    void auditAgainstWhatCannotBeReadIsABadRequest(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/audits")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void auditIsForAuditors() {
        as("somebody", Role.INTAKE, Role.OPERATOR).post("/api/v1/audits").then().statusCode(403);
        for (String id : List.of(UUID.randomUUID().toString(), "none")) {
            as("somebody", Role.INTAKE).get("/api/v1/audits/" + id).then().statusCode(403);
            given().get("/api/v1/audits/" + id).then().statusCode(404);
        }
        RestAssured.given().post("/api/v1/audits").then().statusCode(401);
    }
}
