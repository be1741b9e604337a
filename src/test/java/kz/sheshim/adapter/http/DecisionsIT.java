package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.AwaitFixture;
import kz.sheshim.CallerFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.log.tree.TrustPolicy;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.proof.VerifyProof;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.receipt.ReceiptFixture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an intake system and an auditor ask for, over HTTP and on a real PostgreSQL. */
@QuarkusTest
class DecisionsIT {
    @TestHTTPResource
    URL service;

    @Inject
    RevisionStore revisions;

    @Inject
    DataSource database;

    private static ValidatableResponse decide(ApplicationFixture application) {
        return given().contentType("application/json")
                .body(application.body())
                .post("/api/v1/decisions")
                .then();
    }

    private static ApplicationFixture application() {
        return new ApplicationFixture()
                .set("application.reference", UUID.randomUUID().toString());
    }

    @Test
    void decisionIsCreatedAndCanBeReadAgain() {
        var created = decide(application())
                .statusCode(201)
                .header("Location", containsString("/api/v1/decisions/"))
                .header("Content-Language", "en")
                .body("outcome", equalTo("acceptance-refused"))
                .body("grounds.code", contains("translation-not-notarised"))
                .body("grounds[0].subject", equalTo("documents[0]"))
                .body("grounds[0].rule.cell", startsWith("documents.xlsx › "))
                .body("grounds[0].citation.status", equalTo("verified"))
                .body("grounds[0].citations.size()", equalTo(1))
                .body("missingFacts", empty())
                .body("actions.code", contains("issue-refusal-receipt"))
                .body("$", not(hasKey("due")))
                .body("revision", startsWith("sha256:"))
                .body("engine", startsWith("sheshim "))
                .extract();
        String read = given().get(created.header("Location"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(read).isEqualTo(created.asString());
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 12_000, 100_000, 990_000})
    void longApplicationIsAssessedDecidedAndKeptAsItIs(int length) {
        String reference = "y".repeat(length - 1) + "z";
        ApplicationFixture application = new ApplicationFixture().set("application.reference", reference);
        String location = decide(application).statusCode(201).extract().header("Location");

        given().get(location).then().statusCode(200).body("reference", equalTo(reference));
        given().contentType("application/json")
                .body(application.body())
                .post("/api/v1/assessments")
                .then()
                .statusCode(200)
                .body("reference", equalTo(reference));
    }

    @Test
    void decisionIsRecordedWhileManyWaitForTheDatabase() throws Exception {
        int attempt = 1;
        while (!isDecidedBeforeAnyWhoWaitsGivesUp()) {
            assertThat(attempt++)
                    .as("a machine that pauses is no reason each time")
                    .isLessThan(5);
        }
    }

    private boolean isDecidedBeforeAnyWhoWaitsGivesUp() throws Exception {
        HttpRequest read = HttpRequest.newBuilder(URI.create(service + "api/v1/api-keys"))
                .header("Authorization", "Bearer " + CallerFixture.key())
                .build();
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<Void>>> reads = new ArrayList<>();
        boolean noneGaveUp;
        try (Connection lock = database.getConnection();
                Connection looking = database.getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("LOCK TABLE api_key IN ACCESS EXCLUSIVE MODE");
            for (int i = 0; i < 100; i++) {
                reads.add(client.sendAsync(read, HttpResponse.BodyHandlers.discarding()));
            }
            AwaitFixture.await("all wait who can", () -> waiting(looking) >= 32);
            decide(application()).statusCode(201);
            noneGaveUp = reads.stream().noneMatch(CompletableFuture::isDone);
        }
        reads.forEach(CompletableFuture::join);
        return noneGaveUp;
    }

    private static long waiting(Connection connection) throws SQLException {
        try (ResultSet row = connection
                .createStatement()
                .executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%api_key%'")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void grantedApplicationHasATermAndADueDate() {
        decide(application().set("documents.0.translation", "notarised"))
                .statusCode(201)
                .body("outcome", equalTo("granted"))
                .body("term.workingDays", equalTo(1))
                .body("due", equalTo("2026-11-23"));
    }

    @Test
    void textsFollowTheLanguageAndCodesDoNot() {
        for (String language : List.of("ru", "kk", "en")) {
            String text = given().contentType("application/json")
                    .header("Accept-Language", "de, " + language + ";q=0.8, *;q=0.1")
                    .body(application().body())
                    .post("/api/v1/assessments")
                    .then()
                    .statusCode(200)
                    .header("Content-Language", language)
                    .body("grounds.code", contains("translation-not-notarised"))
                    .extract()
                    .path("grounds[0].text");
            assertThat(text).doesNotContain("{subject}");
            assertThat(text.codePoints()
                            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC))
                    .isEqualTo(!language.equals("en"));
        }
    }

    @Test
    void languageThatIsRefusedOrUnreadableIsNotChosen() {
        for (String header : List.of("ru;q=0", "ru;q=0, kk;q=0, *", "ru;q=abc", ";;", "ru_RU;q=x")) {
            given().contentType("application/json")
                    .header("Accept-Language", header)
                    .body(application().body())
                    .post("/api/v1/assessments")
                    .then()
                    .statusCode(200)
                    .header("Content-Language", "en");
        }
    }

    @Test
    void assessmentIsNotRecorded() {
        ApplicationFixture application = application();
        String reference = application.reference();
        given().contentType("application/json")
                .body(application.body())
                .post("/api/v1/assessments")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("id")));
        given().queryParam("reference", reference)
                .get("/api/v1/decisions")
                .then()
                .statusCode(200)
                .body("decisions", empty());
    }

    @Test
    void decisionsAreListedNewestFirstByPages() {
        ApplicationFixture application = application();
        String reference = application.reference();
        for (int i = 0; i < 3; i++) {
            decide(application).statusCode(201);
        }
        var page = given().queryParam("reference", reference)
                .queryParam("limit", 2)
                .queryParam("ground", "translation-not-notarised")
                .queryParam("outcome", "acceptance-refused")
                .queryParam("from", "2026-11-20")
                .queryParam("to", "2026-11-20")
                .get("/api/v1/decisions")
                .then()
                .statusCode(200)
                .extract();
        List<Integer> entries = page.path("decisions.entry");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0)).isGreaterThan(entries.get(1));
        given().queryParam("reference", reference)
                .queryParam("limit", 2)
                .queryParam("after", page.<Object>path("next"))
                .get("/api/v1/decisions")
                .then()
                .statusCode(200)
                .body("decisions.size()", equalTo(1));
    }

    @Test
    void replayByItsOwnRevisionIsIdentical() {
        String id = decide(application()).extract().path("id");
        given().post("/api/v1/decisions/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("engine", matchesPattern("sheshim .* / tzdata [0-9]{4}[a-z]"))
                .body("identical", equalTo(true))
                .body("differences", empty())
                .body("recorded.id", equalTo(id))
                .body("replayed.outcome", equalTo("acceptance-refused"));
    }

    @Test
    void replayByAnotherRevisionNamesWhatDiffers() {
        EditedPolicyFixture policy =
                new EditedPolicyFixture().set("documents.xlsx", "Defects of identity docs", "C11", "2026-06-30");
        Ruleset other = policy.read();
        revisions.store(other.revision(), policy.files(), Instant.EPOCH);
        String id = decide(application()).extract().path("id");

        given().contentType("application/json")
                .body("{\"revision\": \"" + other.revision() + "\"}")
                .post("/api/v1/decisions/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("identical", equalTo(false))
                .body("recorded.outcome", equalTo("acceptance-refused"))
                .body("replayed.outcome", equalTo("granted"))
                .body(
                        "differences.what",
                        hasItems("outcome", "grounds translation-not-notarised (documents[0])", "due"));
    }

    @Test
    void replayByARevisionThatCannotReadTheApplicationSaysWhy() {
        EditedPolicyFixture policy = new EditedPolicyFixture().edit("vocabulary.xlsx", book -> {
            for (var row : book.getSheet("Fields")) {
                if (row.getCell(0).toString().equals("documents.number")) {
                    row.getCell(0).setCellValue("documents.numberOfDocument");
                }
            }
        });
        policy.put("decision-tables/receipts.xlsx", null); // it names the field
        revisions.store(policy.read().revision(), policy.files(), Instant.EPOCH);
        String id = decide(application()).extract().path("id");

        given().contentType("application/json")
                .body("{\"revision\": \"" + policy.read().revision() + "\"}")
                .post("/api/v1/decisions/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("identical", equalTo(false))
                .body("faults.path", contains("$.documents[0].number"));
    }

    @Test
    void replayOfNothingOrByNothingIsNotFound() {
        String id = decide(application()).extract().path("id");
        given().post("/api/v1/decisions/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body("{\"revision\": \"sha256:" + "0".repeat(64) + "\"}")
                .post("/api/v1/decisions/" + id + "/replay")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().contentType("application/json")
                .body("{\"revison\": 1}")
                .post("/api/v1/decisions/" + id + "/replay")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void theDatabaseRefusesToChangeTheRecord() throws Exception {
        decide(application()).statusCode(201);
        for (String change : List.of(
                "UPDATE log_entry SET outcome = 'x'", "UPDATE case_file SET verdict = ''", "DELETE FROM log_entry")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.executeUpdate(change))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void policyCanBeRead() {
        given().get("/api/v1/vocabulary").then().statusCode(200).body("fields.field", hasItems("documents.kind"));
        given().get("/api/v1/tables").then().statusCode(200).body("id", hasItems("identity-documents"));
        given().get("/api/v1/tables/identity-documents")
                .then()
                .statusCode(200)
                .body("rules[0].conditions", hasKey("documents.kind"));
        given().get("/api/v1/tables/none").then().statusCode(404).contentType("application/problem+json");
        String revision = decide(application()).extract().path("revision");
        given().get("/api/v1/revisions").then().statusCode(200).body("revision", hasItems(revision));
        given().get("/api/v1/revisions/" + revision).then().statusCode(200).body("inForce", equalTo(true));
        given().get("/api/v1/application-schema")
                .then()
                .statusCode(200)
                .body("properties.documents.items.required", contains("kind"));
    }

    @Test
    void openApiShowsTheApplicationWithAnExample() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("components.schemas.Application.examples[0].application.reference", equalTo("SC-2026-000123"))
                .body("components.schemas.Application.properties.documents.items.'$ref'", endsWith("/DocumentsFacts"))
                .body("components.schemas.DocumentsFacts.properties.kind.type", equalTo("string"))
                .body("components.schemas.DocumentsFacts.properties.kind.enum", hasItems("foreign-passport"))
                .body("components.schemas.ApplicantFacts.properties", hasKey("status"));
    }

    @Test
    void healthIsUp() {
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static String receiptOf(ApplicationFixture application) {
        return decide(application).statusCode(201).extract().header("Location") + "/receipt";
    }

    @Test
    void receiptIsGivenInEveryFormAndLanguage() throws IOException {
        Map<String, ApplicationFixture> applications = Map.of(
                "acceptance-receipt", ReceiptFixture.granted(),
                "refusal-receipt", ReceiptFixture.refused(),
                "notice-of-refusal", ReceiptFixture.denied());
        for (var application : applications.entrySet()) {
            String receipt = receiptOf(application.getValue());
            for (String language : List.of("en", "ru", "kk")) {
                var json = receipt(receipt, language, "application/json")
                        .body("receipt", equalTo(application.getKey()))
                        .body("language", equalTo(language))
                        .body("reference", equalTo("SC-2026-000123"))
                        .extract();
                String title = json.path("title");
                String office = json.path("issuedBy");
                assertThat(receipt(receipt, language, "text/html").extract().asString())
                        .contains("<h1>" + title + "</h1>", office, "lang=\"" + language + "\"");
                try (PDDocument pdf = Loader.loadPDF(
                        receipt(receipt, language, "application/pdf").extract().asByteArray())) {
                    assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                            .contains(title, office, "SC-2026-000123", "U12345678");
                }
            }
            assertThat(proofIn(receipt(receipt, "kk", "application/pdf")))
                    .as("the attached proof")
                    .startsWith("c2sp.org/tlog-proof@v1\n");
        }
    }

    private static String proofIn(ValidatableResponse pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.extract().asByteArray())) {
            byte[] proof = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().values().stream()
                    .findFirst()
                    .orElseThrow()
                    .getEmbeddedFile()
                    .toByteArray();
            VerifierKey key = VerifierKey.parse(
                    RestAssured.given().get("/log/v1/key").asString().strip());
            VerifyProof.Findings found = new VerifyProof(new JacksonParser(), new JacksonVerdictCodec())
                    .verify(proof, TrustPolicy.of(List.of(key)), null);
            assertThat(found.hold()).as(found.steps().toString()).isTrue();
            assertThat(found.parts())
                    .containsEntry("reference", "SC-2026-000123")
                    .doesNotContainKeys("application", "verdict", "facts", "submitter");
            return new String(proof, StandardCharsets.UTF_8);
        }
    }

    private static ValidatableResponse receipt(String path, String language, String type) {
        return given().accept(type + ", */*;q=0.1")
                .header("Accept-Language", language)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header("Content-Language", language)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Disposition", containsString("." + type.substring(type.indexOf('/') + 1)));
    }

    @Test
    void receiptIsNamedByItsCodeWhereADecisionCallsForSeveral() {
        String receipt = receiptOf(ReceiptFixture.denied());
        given().get(receipt)
                .then()
                .statusCode(200)
                .body("receipt", equalTo("notice-of-refusal"))
                .body("others", contains("reasoned-denial", "acceptance-receipt"));
        given().queryParam("receipt", "acceptance-receipt")
                .get(receipt)
                .then()
                .statusCode(200)
                .body("receipt", equalTo("acceptance-receipt"))
                .body("sections.blocks.flatten().shows", not(hasItems("grounds")));
    }

    @Test
    void decisionForWhichThePolicyNamesNoReceiptHasNone() {
        given().accept("application/pdf")
                .get(receiptOf(
                        application().set("checks.dataAccurate", null).set("documents.0.translation", "notarised")))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sheshim:problem:no-receipt"))
                .body("receipts", empty());
        given().get("/api/v1/decisions/" + UUID.randomUUID() + "/receipt")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:sheshim:problem:not-found"));
    }

    @Test
    void receiptIsNoPicture() {
        given().accept("image/png").get(receiptOf(application())).then().statusCode(406);
    }
}
