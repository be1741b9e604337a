package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.sheshim.CallerFixture;
import kz.sheshim.CommandFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.FolderFixture;
import kz.sheshim.access.Role;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.log.Moments;
import kz.sheshim.log.tree.Note;
import kz.sheshim.log.tree.VerifierKey;
import kz.sheshim.policy.PolicyArchive;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.reading.WorkbookReader;
import kz.sheshim.publication.ApprovedDrafts;
import kz.sheshim.publication.Dossier;
import kz.sheshim.publication.Dossiers;
import kz.sheshim.publication.Draft;
import kz.sheshim.publication.DraftId;
import kz.sheshim.publication.DraftRefused;
import kz.sheshim.publication.DraftRefused.Reason;
import kz.sheshim.publication.DraftSteps;
import kz.sheshim.publication.DraftStore;
import kz.sheshim.publication.DraftVersions;
import kz.sheshim.publication.Drafts;
import kz.sheshim.publication.Drafts.Person;
import kz.sheshim.publication.LawInForce;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.PolicySource;
import kz.sheshim.publication.PublicationLog;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Upload;
import kz.sheshim.publication.WaitingDrafts;
import kz.sheshim.publication.WorkbookMerge;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.WorkbookEditor;
import kz.sheshim.workbook.WorkbookWriter;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a saved workbook to law in force and back, with a second person, over REST. The policy is a small one, so that dossiers are soon made. */
@QuarkusTest
@TestProfile(DraftsIT.SmallPolicy.class)
class DraftsIT {
    private static final Path POLICY = Path.of("src/test/resources/policies/heating-allowance");
    private static final String DATA = "target/drafts-of-tests-" + System.getProperty("test.fork", "1");

    /** With a database of its own: its law is another one. */
    public static final class SmallPolicy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            FolderFixture.delete(Path.of(DATA));
            return Map.of(
                    "sheshim.policy.folder", POLICY.toString(),
                    "sheshim.embedded.data-dir", DATA + "/postgres",
                    "sheshim.log.folder", DATA + "/log");
        }
    }

    private static final byte[] HIGHER_LIMIT = archive("640.8");

    @TestHTTPResource("/")
    URL service;

    private static byte[] archive(String limit) {
        return archive("E12", limit);
    }

    private static byte[] archive(String cell, String text) {
        List<PolicyFile> files = new EditedPolicyFixture(new FolderPolicySource(POLICY).files())
                .set("allowance.xlsx", "Income limits", cell, text)
                .files();
        return PolicyArchive.of(files.stream()
                .filter(file -> file.path().endsWith("allowance.xlsx"))
                .toList());
    }

    private static RequestSpecification analyst() {
        return as("analyst", Role.ANALYST);
    }

    private static RequestSpecification approver() {
        return as("approver", Role.APPROVER);
    }

    private static ValidatableResponse post(RequestSpecification who, String path, Map<String, ?> body) {
        return who.contentType("application/json").body(body).post(path).then();
    }

    private static Response upload(RequestSpecification who, String path, byte[] archive) {
        return who.contentType("application/zip").body(archive).post(path);
    }

    private static String open(byte[] archive) {
        return upload(analyst(), "/api/v1/drafts?title=Higher%20limit", archive)
                .then()
                .statusCode(201)
                .body("draft.state", equalTo("draft"))
                .extract()
                .path("draft.id");
    }

    private static String proposed(byte[] archive) {
        String draft = open(archive);
        post(analyst(), path(draft, "proposal"), Map.of("text", "The city raised it."))
                .statusCode(200)
                .body("state", equalTo("proposed"));
        return draft;
    }

    private static String path(String draft, String step) {
        return "/api/v1/drafts/" + draft + "/" + step;
    }

    private static ValidatableResponse read(String draft) {
        return analyst().get("/api/v1/drafts/" + draft).then().statusCode(200);
    }

    private static ValidatableResponse dossier(RequestSpecification who, String draft) {
        who.get(path(draft, "dossier"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() ->
                        as("watcher", Role.APPROVER).get(path(draft, "dossier")).statusCode() == 200);
        return who.get(path(draft, "dossier")).then().statusCode(200);
    }

    private static ValidatableResponse approve(RequestSpecification who, String draft, Map<String, String> more) {
        dossier(approver(), draft);
        Map<String, String> order = new HashMap<>(more);
        order.putIfAbsent("revision", read(draft).extract().path("revision"));
        order.putIfAbsent("reason", "It is what the act says.");
        return post(who, path(draft, "approval"), order);
    }

    private static String law() {
        return analyst().get("/api/v1/publications?limit=1").then().extract().path("publications[0].revision");
    }

    /** Just over the old limit, and below the higher one. */
    private static ValidatableResponse decide() {
        return post(
                        as("intake", Role.INTAKE),
                        "/api/v1/decisions",
                        Map.of(
                                "claim",
                                Map.of(
                                        "number", "PS-1",
                                        "receivedAt", "2026-11-03T10:00:00+04:00",
                                        "paidThisWinter", false),
                                "dwelling",
                                Map.of("fuel", "oil"),
                                "members",
                                List.of(
                                        Map.of("kinship", "head", "birthDate", "1985-05-05", "income", 1281.4),
                                        Map.of("kinship", "spouse", "birthDate", "1985-05-05", "income", 0))))
                .statusCode(201);
    }

    private static void rollBackTo(String revision) {
        String draft = post(
                        analyst(),
                        "/api/v1/drafts",
                        Map.of("title", "Back", "revision", revision, "reason", "It was wrong."))
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .extract()
                .path("id");
        post(approver(), path(draft, "approval"), Map.of("revision", revision, "reason", "It was law before."))
                .statusCode(200)
                .body("state", equalTo("in-force"));
    }

    /** What is in force before each test: the policy of the folder. */
    @BeforeEach
    void lawOfTheFolder() {
        List<String> all = analyst()
                .get("/api/v1/publications?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("publications.revision");
        String first = all.get(all.size() - 1);
        if (!law().equals(first)) {
            rollBackTo(first);
        }
    }

    @Test
    void changeIsProposedSeenApprovedBySomebodyElseAndTakenBack() {
        String before = law();
        ValidatableResponse old = decide().body("outcome", equalTo("rejected")).body("revision", equalTo(before));
        for (int i = 0; i < 10; i++) {
            decide(); // the effect on fewer is withheld from an analyst
        }

        String draft = proposed(HIGHER_LIMIT);
        dossier(as("auditor", Role.AUDITOR), draft)
                .body("errors", equalTo(0))
                .body("content.scenarios.failing", hasSize(0))
                .body("content.scenarios.coveredRules", greaterThan(0))
                .body("content.scenarios.before.coveredRules", greaterThan(0))
                .body("content.scenarios.noticedMistakes", greaterThan(0))
                .body("content.scenarios.untriedMistakes", equalTo(0))
                .body("content.changes.place[0]", hasItem("income-limits"))
                .body("content.impact.outcomes.rejected.awarded", notNullValue())
                .body("content.impact.rulesLost", hasKey("refusals/RF-1"))
                .body("content.impact.decisions.decision", hasItem(old.extract().<String>path("id")));
        dossier(analyst(), draft)
                .body("content.impact.decided", greaterThan(9))
                .body("content.impact.changed", notNullValue())
                .body("content.impact.decisions", nullValue());

        assertThat(command("drafts", "show", draft, "--api-key", key("reader", Role.ANALYST)))
                .containsPattern("rules     matched: \\d+ of \\d+; by the base: \\d+ of \\d+\\n")
                .containsPattern("mistakes  noticed: \\d+ of \\d+\\n");

        approve(as("analyst", Role.ANALYST, Role.APPROVER), draft, Map.of())
                .statusCode(403)
                .body("type", equalTo("urn:sheshim:problem:draft-own-draft"));
        approve(approver(), draft, Map.of("revision", before)).statusCode(409);
        ValidatableResponse late = decide(); // after the dossier was made
        approve(approver(), draft, Map.of())
                .statusCode(200)
                .body("state", equalTo("in-force"))
                .body("entry", notNullValue());

        decide().body("outcome", equalTo("awarded"))
                .body("revision", equalTo(read(draft).extract().<String>path("revision")));
        as("auditor", Role.AUDITOR)
                .get("/api/v1/publications")
                .then()
                .body("publications[0].draft", equalTo(draft))
                .body("publications[0].way", equalTo("approval"))
                .body("publications[0].authors", contains("analyst"))
                .body("publications[0].approvers", contains("approver"))
                .body("publications[0].reason", equalTo("It is what the act says."));
        String affected = "/api/v1/publications/" + read(draft).extract().path("entry") + "/affected";
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> as("auditor", Role.AUDITOR)
                .get(affected + "/progress")
                .then()
                .statusCode(200)
                .extract()
                .path("complete"));
        as("auditor", Role.AUDITOR)
                .get(affected)
                .then()
                .body("decision", hasItem(late.extract().<String>path("id")));
        as("auditor", Role.AUDITOR)
                .get(affected)
                .then()
                .body("decision", hasItem(old.extract().<String>path("id")));
        as("auditor", Role.AUDITOR)
                .get("/desk/drafts/" + draft)
                .then()
                .body(containsString("The list is complete. Decisions: "), containsString("/decisions.xlsx"));
        approver().get("/desk/drafts/" + draft).then().body(not(containsString("The list is complete.")));
        assertThat(as("auditor", Role.AUDITOR)
                        .accept("text/csv")
                        .get(affected)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .startsWith("decision,reference,filedOn,before,after")
                .contains("\"" + old.extract().path("id") + "\",\"PS-1\",\"2026-11-03\",\"rejected\",\"awarded\"");
        assertThat(rowsOfWorkbook(as("auditor", Role.AUDITOR)
                        .accept(WorkbookWriter.MEDIA_TYPE)
                        .get(affected)))
                .startsWith("decision reference filedOn before after dueBefore dueAfter gained")
                .contains("\n" + old.extract().path("id") + " PS-1 2026-11-03 rejected awarded ");
        Path saved = Path.of(DATA, "affected.csv");
        command(
                "publications",
                "affected",
                String.valueOf(read(draft).extract().<Integer>path("entry")),
                "--to",
                saved.toString(),
                "--api-key",
                key("auditor", Role.AUDITOR));
        assertThat(saved)
                .content()
                .startsWith("decision,reference,filedOn,before,after")
                .contains(old.extract().<String>path("id"));
        assertThat(command("publications", "list", "--api-key", key("auditor", Role.AUDITOR)))
                .contains(before)
                .contains(read(draft).extract().<String>path("revision"))
                .contains("It is what the act says.");
        String file = "/desk/drafts/" + draft + "/decisions.xlsx";
        assertThat(rowsOfWorkbook(as("auditor", Role.AUDITOR).get(file)))
                .contains("\n" + old.extract().path("id") + " PS-1 2026-11-03 rejected awarded ");
        as("auditor", Role.AUDITOR)
                .get("/desk/drafts/" + draft)
                .then()
                .body(containsString(file), containsString("/desk/drafts/" + draft + "/decisions.csv"));
        analyst().get(file).then().statusCode(403);

        rollBackTo(before);
        analyst()
                .get("/api/v1/publications?limit=100")
                .then()
                .body("publications[0].rollBack", equalTo(true))
                .body("publications[-1].rollBack", equalTo(false));
        assertThat(command("publications", "list", "--api-key", key("auditor", Role.AUDITOR)))
                .contains("approval, roll-back");
        analyst().get("/desk/publications").then().body(containsString("roll-back: it was in force once before"));
        decide().body("outcome", equalTo("rejected")).body("revision", equalTo(before));
        read(draft).body("state", equalTo("superseded"));
        post(as("auditor", Role.AUDITOR), "/api/v1/decisions/" + old.extract().path("id") + "/replay", Map.of())
                .statusCode(200)
                .body("identical", equalTo(true));

        String erased = old.extract().path("id");
        post(
                        as("archive", Role.ARCHIVIST),
                        "/api/v1/erasures",
                        Map.of("decision", erased, "basis", "request", "reason", "Letter 17"))
                .statusCode(201);
        as("auditor", Role.AUDITOR).get(affected).then().statusCode(200).body("decision", not(hasItem(erased)));
        dossier(as("auditor", Role.AUDITOR), draft)
                .body("content.impact.outcomes.rejected.awarded", notNullValue())
                .body("content.impact.selection", notNullValue());
    }

    /** The texts of all rows; a cell that is no text fails. */
    private static String rowsOfWorkbook(Response answer) {
        answer.then().statusCode(200).contentType(WorkbookWriter.MEDIA_TYPE);
        StringBuilder rows = new StringBuilder();
        try (XSSFWorkbook workbook = new XSSFWorkbook(answer.asInputStream())) {
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    rows.append(cell.getStringCellValue()).append(' ');
                }
                rows.append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.toString();
    }

    @Test
    void dossierOnWhichADraftWasApprovedIsNotMadeAnewByAnotherVersionOfTheService() {
        String draft = proposed(HIGHER_LIMIT);
        approve(approver(), draft, Map.of()).statusCode(200);
        DraftId id = new DraftId(UUID.fromString(draft));
        DraftStore store = bean(DraftStore.class);
        Dossier approved = store.dossier(id, 1).orElseThrow();
        Dossier later = new Dossier(1, approved.base(), Instant.now(), "another version", 0, "{}");
        store.keep(id, later);
        assertThat(store.dossier(id, 1)).contains(approved);

        QuarkusTransaction.requiringNew().run(() -> bean(EntityManager.class)
                .createNativeQuery("UPDATE dossier SET maker = 'an earlier version' WHERE draft = :id")
                .setParameter("id", id.value())
                .executeUpdate());
        dossier(approver(), draft).body("madeAt", equalTo(Moments.text(approved.madeAt())));
        assertThat(store.dossier(id, 1).orElseThrow().maker()).isEqualTo("an earlier version");
    }

    private static String metrics() {
        return as("operator", Role.OPERATOR).get("/q/metrics").asString();
    }

    private static void awaitMetric(String line) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> metrics().contains("\n" + line + "\n"));
    }

    private static String key(String owner, Role role) {
        return CallerFixture.make(owner, Set.of(role), Duration.ofHours(1))
                .text()
                .reveal();
    }

    /** What a command prints that ends well. */
    private String command(String... arguments) {
        CommandFixture.Outcome outcome =
                CommandFixture.run(Stream.concat(Stream.of(arguments), Stream.of("--server", service.toString()))
                        .toArray(String[]::new));
        assertThat(outcome.exit()).as(outcome.text()).isZero();
        return outcome.text();
    }

    @Test
    void dossierSaysWhatMadeItAndHowManyDecisionsItDoesNotKnow() {
        decide();
        String draft = proposed(HIGHER_LIMIT);
        ValidatableResponse made = dossier(approver(), draft).body("madeBy", startsWith("sheshim "));
        assertThat(made.extract().<Integer>path("content.lastEntry")).isPositive();
        int since = made.extract().path("recordedSince");
        decide();
        dossier(approver(), draft).body("recordedSince", equalTo(since + 1));
    }

    @Test
    void everyRecordedDecisionIsReplayedAndTheReportIsSigned() throws Exception {
        decide();
        String replay = post(as("auditor", Role.AUDITOR), "/api/v1/replays", Map.of())
                .statusCode(202)
                .extract()
                .path("id");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> readReplay(replay).extract().path("state").equals("ended"));
        ValidatableResponse ended = readReplay(replay).body("different", equalTo(0));
        assertThat(ended.extract().<Integer>path("replayed")).isPositive();
        Note note = Note.parse(ended.extract().<String>path("note"));
        note.verify(List.of(VerifierKey.parse(
                RestAssured.given().get("/log/v1/key").asString().strip())));
        assertThat(note.text())
                .startsWith("sheshim-replay/v1\n")
                .contains(
                        "\nselection all\n",
                        "\nfirst-entry 1\n",
                        "\ntree-size ",
                        "\nengine sheshim ",
                        "\ndifferent 0\n",
                        "\nlisted 0 of 0\n");

        as("auditor", Role.AUDITOR).delete("/api/v1/replays/" + replay).then().statusCode(204);
        readReplay(replay).body("state", equalTo("ended"));
        as("auditor", Role.AUDITOR)
                .get("/api/v1/replays?limit=1")
                .then()
                .statusCode(200)
                .body("replays", hasSize(1))
                .body("next", equalTo(replay))
                .body("replays[0].id", equalTo(replay))
                .body("replays[0].askedBy", equalTo("auditor"))
                .body("replays[0].note", equalTo(null));
        as("auditor", Role.AUDITOR)
                .get("/api/v1/replays?after=" + replay)
                .then()
                .statusCode(200)
                .body("replays.id", not(hasItem(replay)));
        as("auditor", Role.AUDITOR).get("/api/v1/replays?after=x").then().statusCode(404);
        as("auditor", Role.AUDITOR).delete("/api/v1/replays/x").then().statusCode(404);
        assertThat(command("replay", "--all", "--api-key", key("auditor", Role.AUDITOR)))
                .contains("sheshim-replay/v1\n")
                .contains("every verdict is the same");

        post(as("auditor", Role.AUDITOR), "/api/v1/replays", Map.of("from", "soon"))
                .statusCode(400);
        post(as("auditor", Role.AUDITOR), "/api/v1/replays", Map.of("sender", "north"))
                .statusCode(400)
                .body("detail", containsString("\"sender\" is unknown here. Known are: from, to, "));
        post(analyst(), "/api/v1/replays", Map.of()).statusCode(403);
    }

    private static ValidatableResponse readReplay(String id) {
        return as("auditor", Role.AUDITOR).get("/api/v1/replays/" + id).then().statusCode(200);
    }

    @Test
    void approvalIsForOneVersionAndALaterOneVoidsIt() {
        String before = law();
        String draft = proposed(HIGHER_LIMIT);
        approve(approver(), draft, Map.of("at", inAnHour())).statusCode(200).body("state", equalTo("approved"));

        upload(analyst(), path(draft, "versions"), archive("640.82"))
                .then()
                .statusCode(200)
                .body("draft.state", equalTo("draft"))
                .body("draft.due", nullValue());
        assertThat(scheduled()).isEmpty();

        approve(approver(), draft, Map.of())
                .statusCode(409)
                .body("detail", equalTo("The draft is in the state \"draft\"; this can only be done in \"proposed\"."));
        assertThat(law()).isEqualTo(before);
    }

    @Test
    void whatEndsAnApprovedDraftStopsItsPublication() {
        for (String end : List.of("rejection", "withdrawal")) {
            String draft = proposed(HIGHER_LIMIT);
            approve(approver(), draft, Map.of("at", inAnHour())).statusCode(200);
            assertThat(scheduled()).hasSize(1);
            post(as("analyst", Role.ANALYST, Role.APPROVER), path(draft, end), Map.of("text", "No."))
                    .statusCode(200);
            assertThat(scheduled()).as(end).isEmpty();
        }
    }

    private static String inAnHour() {
        return Instant.now().plus(Duration.ofHours(1)).toString();
    }

    private static List<PublicationLog.Due> scheduled() {
        return bean(PublicationLog.class).scheduled();
    }

    /** Each call of a port is a step; the service dies before the first one, before the second one, and so on, until an approval gets through. */
    @Test
    void whereverTheServiceDiesAPublicationHappenedOrDidNot() {
        Revision other = new Revision(law());
        approve(approver(), proposed(HIGHER_LIMIT), Map.of()).body("state", equalTo("in-force"));
        Revision law = new Revision(law());
        Drafts drafts = bean(Drafts.class);
        boolean isThrough = false;
        int died = 0;
        while (!isThrough) {
            DraftId draft = proposed(law, other);
            try {
                dying(died).approve(draft, other, null, "As the act says.", null, new Person(new Submitter("b"), null));
                isThrough = true;
            } catch (Died atThisStep) {
                died++;
                bean(ApprovedDrafts.class).settle(); // as another service does, or the next start
            }
            boolean isLaw = law().equals(other.value());
            assertThat(drafts.get(draft).state()).isEqualTo(isLaw ? Draft.State.IN_FORCE : Draft.State.PROPOSED);
            assertThat(bean(PublicationLog.class).of(draft).isPresent()).isEqualTo(isLaw);
            assertThat(scheduled()).isEmpty();
            if (isLaw) {
                Revision before = law;
                law = other;
                other = before;
            }
        }
        assertThat(died).isGreaterThan(10);
    }

    @Test
    void reasonMayHaveSeveralLines() {
        String draft = proposed(HIGHER_LIMIT);
        approve(approver(), draft, Map.of("reason", "The act says so.\r\nArticle 5."))
                .statusCode(200)
                .body("state", equalTo("in-force"));
        as("auditor", Role.AUDITOR)
                .get("/api/v1/publications?limit=1")
                .then()
                .body("publications[0].reason", equalTo("The act says so. Article 5."));
    }

    /** Whatever is wrong with it: here nobody has approved it. */
    @Test
    void draftThatCannotBeScheduledHindersNoOther() {
        Instant now = bean(PublicationLog.class).now().truncatedTo(ChronoUnit.MILLIS);
        Revision law = new Revision(law());
        List<PolicyFile> files = bean(RevisionStore.class).files(law).orElseThrow();
        Draft.Version version = new Draft.Version(1, new Submitter("a"), now, law, 0, false);
        DraftId broken = new DraftId(UUID.randomUUID());
        bean(DraftStore.class)
                .add(
                        new Draft(
                                broken,
                                "Broken",
                                now,
                                law,
                                Draft.State.APPROVED,
                                List.of(version),
                                List.of(),
                                now,
                                null),
                        files,
                        draft -> draft);
        assertThatThrownBy(bean(ApprovedDrafts.class)::settle).hasMessageContaining(broken.toString());

        String other = proposed(HIGHER_LIMIT);
        approve(approver(), other, Map.of("at", inAnHour())).statusCode(200).body("state", equalTo("approved"));
        assertThat(scheduled()).hasSize(1);

        post(analyst(), path(broken.toString(), "withdrawal"), Map.of("text", "It is broken."))
                .statusCode(403)
                .body("type", equalTo("urn:sheshim:problem:draft-of-others"));
        post(approver(), path(broken.toString(), "withdrawal"), Map.of("text", "It is broken."))
                .statusCode(200);
        bean(ApprovedDrafts.class).settle();
        post(analyst(), path(other, "withdrawal"), Map.of("text", "Enough.")).statusCode(200);
    }

    @Test
    void inAnEmergencyTheRulesMustCompileAllTheSame() {
        PolicySource folder = bean(PolicySource.class);
        PolicyFile rule = new PolicyFile(
                "rules/broken.drl",
                "package sheshim.rules\nfunction int wrong() { return missing; }\n".getBytes(StandardCharsets.UTF_8));
        Drafts drafts = bean(Drafts.class);
        DraftVersions versions = versions(bean(DraftStore.class), new PolicySource() {
            @Override
            public List<PolicyFile> files() {
                return Stream.concat(folder.files().stream(), Stream.of(rule)).toList();
            }

            @Override
            public Optional<byte[]> example() {
                return folder.example();
            }

            @Override
            public String stamp() {
                return folder.stamp();
            }
        });
        Person duty = new Person(new Submitter("duty"), null);
        String before = law();
        DraftId draft = versions.open("Broken rule", null, new Upload(List.of(), Set.of(), true), duty)
                .draft()
                .id();
        assertThat(drafts.get(draft).newest().errors()).isZero();
        assertThatThrownBy(() -> bean(DraftSteps.class).publishAlone(draft, null, "At once.", duty))
                .isInstanceOfSatisfying(DraftRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(DraftRefused.Reason.FAULTY));
        assertThat(law()).isEqualTo(before);
        assertThat(scheduled()).isEmpty();
        assertThat(bean(RevisionStore.class).files(drafts.get(draft).revision().orElseThrow()))
                .as("what was not allowed is not stored among what was law")
                .isEmpty();
    }

    @Test
    void draftsAreReadPageByPage() {
        List<String> opened = Stream.generate(() -> open(HIGHER_LIMIT)).limit(3).toList();
        List<String> listed = new ArrayList<>();
        String next = "/api/v1/drafts?limit=2";
        while (next != null) {
            Response page = analyst().get(next);
            List<String> ids = page.then().statusCode(200).extract().path("drafts.id");
            assertThat(ids).hasSizeLessThanOrEqualTo(2);
            listed.addAll(ids);
            String after = page.path("next");
            next = after == null ? null : "/api/v1/drafts?limit=2&after=" + after;
        }
        assertThat(listed).doesNotHaveDuplicates().hasSizeGreaterThan(3);
        assertThat(listed.subList(0, 3)).containsExactlyInAnyOrderElementsOf(opened);
        analyst().get("/api/v1/drafts?after=" + UUID.randomUUID()).then().statusCode(404);
        analyst()
                .get("/desk/drafts?after=" + listed.get(0))
                .then()
                .statusCode(200)
                .body(
                        containsString("/desk/drafts/" + listed.get(1)),
                        not(containsString("/desk/drafts/" + listed.get(0))));
        assertThat(command("drafts", "list", "--api-key", key("reader", Role.ANALYST)))
                .contains(listed);
    }

    @Test
    void uploadOntoAnotherVersionThanTheNewestIsRefused() {
        String draft = open(HIGHER_LIMIT);
        String tag = analyst().get("/api/v1/drafts/" + draft).header("ETag");
        assertThat(tag).isEqualTo("\"1\"");
        upload(analyst().header("If-Match", tag), path(draft, "versions"), archive("640.82"))
                .then()
                .statusCode(200);
        upload(analyst().header("If-Match", tag), path(draft, "versions"), archive("640.83"))
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:sheshim:problem:draft-later-version"));
        read(draft).body("versions", hasSize(2));
        upload(analyst().header("If-Match", "W/\"2\""), path(draft, "versions"), archive("640.83"))
                .then()
                .statusCode(200);
        upload(analyst().header("If-Match", "three"), path(draft, "versions"), archive("640.84"))
                .then()
                .statusCode(400);
        analyst()
                .multiPart("files", "allowance.xlsx", workbook("640.85"))
                .multiPart("version", "1")
                .post("/desk/drafts/" + draft + "/versions")
                .then()
                .statusCode(412);
        analyst()
                .formParam("path", "decision-tables/allowance.xlsx")
                .formParam("version", "2")
                .post("/desk/drafts/" + draft + "/workbooks/removal")
                .then()
                .statusCode(412);
        analyst()
                .formParam("version", "2")
                .post("/desk/drafts/" + draft + "/versions/1/again")
                .then()
                .statusCode(412);
        read(draft).body("versions", hasSize(3));
        analyst()
                .queryParam("remove", "decision-tables/allowance.xlsx")
                .get("/desk/drafts/" + draft + "/workbooks")
                .then()
                .body(containsString("name=\"version\" value=\"3\""));
    }

    @Test
    void uploadThatLosesARaceIsOfAnEarlierVersionIfItSaysWhichItChanges() {
        assertThatThrownBy(() -> losing(1))
                .isInstanceOfSatisfying(DraftRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.LATER_VERSION));
        assertThatThrownBy(() -> losing(null))
                .isInstanceOfSatisfying(DraftRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.STATE));
    }

    /** Uploads a version while somebody else uploads one. */
    private static void losing(@Nullable Integer seen) {
        String draft = open(HIGHER_LIMIT);
        AtomicBoolean raced = new AtomicBoolean();
        DraftStore store = watched(DraftStore.class, method -> {
            if (method.equals("files") && !raced.getAndSet(true)) {
                upload(analyst(), path(draft, "versions"), archive("640.82"))
                        .then()
                        .statusCode(200);
            }
        });
        versions(store, bean(PolicySource.class))
                .upload(
                        new DraftId(UUID.fromString(draft)),
                        seen,
                        Upload.of(List.of(new PolicyFile("decision-tables/allowance.xlsx", workbook("640.83")))),
                        new Person(new Submitter("analyst"), null));
    }

    private static byte[] workbook(String limit) {
        return new EditedPolicyFixture(new FolderPolicySource(POLICY).files())
                .set("allowance.xlsx", "Income limits", "E12", limit).files().stream()
                        .filter(file -> file.path().endsWith("allowance.xlsx"))
                        .findFirst()
                        .orElseThrow()
                        .bytes();
    }

    @Test
    void commentIsMadeFromTheCommandLine() {
        String draft = open(HIGHER_LIMIT);
        assertThat(command(
                        "drafts",
                        "comment",
                        draft,
                        "--text",
                        "Why so much?",
                        "--about",
                        "income-limits/IL-4",
                        "--api-key",
                        key("reader", Role.ANALYST)))
                .contains("comment by reader on income-limits/IL-4: Why so much?");
        read(draft).body("steps.about", hasItem("income-limits/IL-4"));
    }

    @Test
    void rollBackThatCannotBeProposedLeavesNoDraft() {
        post(
                        analyst(),
                        "/api/v1/drafts",
                        Map.of("title", "Back to the same", "revision", law(), "reason", "By mistake."))
                .statusCode(422)
                .body("type", equalTo("urn:sheshim:problem:draft-unchanged"))
                .body("detail", equalTo(law() + " is in force already. Name the revision that shall come back."));
        analyst().get("/api/v1/drafts").then().statusCode(200).body("drafts.title", not(hasItem("Back to the same")));
    }

    /** An approval that ends before its moment leaves the files, and they were no law. */
    @Test
    void onlyWhatWasInForceOnceCanBeBroughtBack() {
        String draft = proposed(archive("640.83"));
        String revision = read(draft).extract().path("revision");
        approve(approver(), draft, Map.of("at", Instant.now().plusSeconds(3_600).toString()))
                .statusCode(200)
                .body("state", equalTo("approved"));
        post(analyst(), path(draft, "withdrawal"), Map.of("text", "Not yet.")).statusCode(200);
        Map<String, String> back = Map.of("title", "Back", "revision", revision, "reason", "By mistake.");
        post(analyst(), "/api/v1/drafts", back)
                .statusCode(409)
                .body("type", equalTo("urn:sheshim:problem:draft-never-law"))
                .body("detail", containsString("was never in force"));
    }

    /** While others change it: its state, versions and steps are rows of three tables. */
    @Test
    void draftIsReadAsItWasAtOneMoment() {
        DraftStore store = bean(DraftStore.class);
        Revision law = new Revision(law());
        DraftId id = proposed(law, law);
        CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
            for (int number = 2; number < 100; number++) {
                var version = new Draft.Version(number, new Submitter("a"), Instant.now(), null, 1, false);
                store.change(id, draft -> draft.uploaded(version));
                var proposal = step(Draft.Step.Kind.PROPOSAL, number);
                store.change(id, draft -> with(draft, Draft.State.PROPOSED, proposal));
            }
        });
        while (!changes.isDone()) {
            Draft draft = store.find(id).orElseThrow();
            int number = draft.newest().number();
            assertThat(draft.steps().stream().anyMatch(step -> step.version() == number))
                    .as("version %d is proposed", number)
                    .isEqualTo(draft.state() == Draft.State.PROPOSED && number > 1);
        }
        changes.join();
        var withdrawal = step(Draft.Step.Kind.WITHDRAWAL, 99);
        store.change(id, draft -> with(draft, Draft.State.WITHDRAWN, withdrawal));
    }

    private static Draft.Step step(Draft.Step.Kind kind, int version) {
        return new Draft.Step(kind, new Submitter("a"), null, Instant.now(), null, "So it is.", null, version);
    }

    /** Whatever forbids it. */
    private static Draft with(Draft draft, Draft.State state, Draft.Step step) {
        List<Draft.Step> steps = new ArrayList<>(draft.steps());
        steps.add(step);
        return new Draft(
                draft.id(), draft.title(), draft.openedAt(), draft.base(), state, draft.versions(), steps, null, null);
    }

    /** A draft that waits for its approval; both revisions were law once. */
    private static DraftId proposed(Revision base, Revision revision) {
        Instant now = bean(PublicationLog.class).now().truncatedTo(ChronoUnit.MILLIS);
        DraftId id = new DraftId(UUID.randomUUID());
        bean(DraftStore.class)
                .add(
                        new Draft(
                                id,
                                "Any",
                                now,
                                base,
                                Draft.State.PROPOSED,
                                List.of(new Draft.Version(1, new Submitter("a"), now, revision, 0, false)),
                                List.of(),
                                null,
                                null),
                        bean(RevisionStore.class).files(revision).orElseThrow(),
                        draft -> draft);
        return id;
    }

    /** What happens instead of a step. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** The steps of a service that dies after so many calls. */
    private static DraftSteps dying(int calls) {
        AtomicInteger left = new AtomicInteger(calls);
        DraftStore store = dying(DraftStore.class, left);
        PublicationLog log = dying(PublicationLog.class, left);
        LawInForce law = bean(LawInForce.class);
        return new DraftSteps(
                new Drafts(store, log, bean(Dossiers.class)),
                law,
                new ApprovedDrafts(new WaitingDrafts(store), store, dying(RevisionStore.class, left), log, law),
                bean(Dossiers.class),
                1);
    }

    private static DraftVersions versions(DraftStore store, PolicySource folder) {
        RevisionStore revisions = bean(RevisionStore.class);
        PublicationLog log = bean(PublicationLog.class);
        LawInForce law = bean(LawInForce.class);
        return new DraftVersions(
                new Drafts(store, log, bean(Dossiers.class)),
                store,
                revisions,
                law,
                new ApprovedDrafts(new WaitingDrafts(store), store, revisions, log, law),
                folder,
                bean(PolicyCompiler.class).reader(),
                new WorkbookMerge(bean(WorkbookReader.class), bean(WorkbookEditor.class), bean(Limits.class)),
                () -> new DraftId(UUID.randomUUID()));
    }

    private static <T> T dying(Class<T> port, AtomicInteger left) {
        return watched(port, method -> {
            if (left.getAndDecrement() == 0) {
                throw new Died();
            }
        });
    }

    /** @param before is told the method of each call */
    private static <T> T watched(Class<T> port, Consumer<String> before) {
        T bean = bean(port);
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, said) -> {
            before.accept(method.getName());
            try {
                return method.invoke(bean, said);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    @Test
    void publicationComesIntoForceAtItsMoment() {
        String draft = proposed(HIGHER_LIMIT);
        // on a slow machine the moment has come when the answer is read
        approve(approver(), draft, Map.of("at", Instant.now().plusSeconds(3).toString()))
                .statusCode(200)
                .body("state", oneOf("approved", "in-force"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> read(draft).extract().path("state").equals("in-force"));
        decide().body("outcome", equalTo("awarded"));
    }

    @Test
    void rebaseOfADraftOnTheLawInForceChangesNothing() {
        String draft = proposed(HIGHER_LIMIT);
        post(analyst(), path(draft, "rebase"), Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:sheshim:problem:draft-state"))
                .body("detail", equalTo("The draft changes the law in force already. There is nothing to rebase."));
        read(draft).body("state", equalTo("proposed")).body("versions", hasSize(1));
    }

    /** A year that was mistyped would put the law in force at once. */
    @Test
    void momentThatHasPassedOrIsFarAheadIsRefused() {
        String draft = proposed(HIGHER_LIMIT);
        for (String at : List.of("2025-12-15T00:00:00Z", "-9999-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z")) {
            approve(approver(), draft, Map.of("at", at))
                    .statusCode(422)
                    .body("type", equalTo("urn:sheshim:problem:draft-moment"));
        }
        read(draft).body("state", equalTo("proposed"));
    }

    @Test
    void draftOfAnotherBaseIsRebasedBeforeItIsApproved() {
        String late = proposed(archive("640.81"));
        approve(approver(), proposed(HIGHER_LIMIT), Map.of()).statusCode(200);

        read(late).body("stale", equalTo(true));
        approve(approver(), late, Map.of()).statusCode(409).body("type", equalTo("urn:sheshim:problem:draft-stale"));
        post(analyst(), path(late, "rebase"), Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:sheshim:problem:draft-conflict"))
                .body("detail", containsString("Income limits › E12 (\"640.81\" and \"640.8\")"));
        upload(analyst(), path(late, "versions"), archive("E11", "955")).then().statusCode(200);
        post(analyst(), path(late, "rebase"), Map.of()).statusCode(200).body("draft.stale", equalTo(false));
        dossier(approver(), late).body("content.changes.place.flatten()", hasItems("income-limits", "IL-3"));
        assertThat(limits(analyst().get(path(late, "files")).asByteArray())).containsExactly("955", "640.8");

        upload(analyst(), path(late, "versions"), HIGHER_LIMIT).then().statusCode(200);
        post(analyst(), path(late, "proposal"), Map.of("text", "Again"))
                .statusCode(422)
                .body("type", equalTo("urn:sheshim:problem:draft-unchanged"));
    }

    /** The limits of the last two rules. */
    private static List<String> limits(byte[] archive) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            ZipEntry entry = zip.getNextEntry();
            while (!entry.getName().endsWith("/allowance.xlsx")) {
                entry = zip.getNextEntry();
            }
            try (XSSFWorkbook workbook = new XSSFWorkbook(zip)) {
                return Stream.of(10, 11)
                        .map(row -> new DataFormatter()
                                .formatCellValue(workbook.getSheet("Income limits")
                                        .getRow(row)
                                        .getCell(4)))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void inAnEmergencyOnePersonPublishesAndAnotherConfirms() {
        String draft = open(HIGHER_LIMIT);
        post(as("duty", Role.ANALYST), path(draft, "emergency"), Map.of("text", "x"))
                .statusCode(403);
        assertThat(command(
                        "drafts",
                        "publish-alone",
                        draft,
                        "--reason",
                        "The court said so.",
                        "--api-key",
                        key("duty", Role.EMERGENCY)))
                .contains("state     in-force, published alone and not confirmed");
        read(draft).body("state", equalTo("in-force")).body("unconfirmed", equalTo(true));
        decide().body("outcome", equalTo("awarded"));
        awaitMetric("sheshim_publications_unconfirmed 1.0");
        assertThat(metrics())
                .contains("sheshim_publications_total{way=\"emergency\"} ", "sheshim_drafts_oldest_seconds ");
        RestAssured.given()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(
                        "checks.find { it.name == 'policy' }.data.UNCONFIRMED",
                        containsString("nobody else has confirmed"));
        post(as("duty", Role.APPROVER), path(draft, "confirmation"), Map.of("text", "Yes"))
                .statusCode(403);
        assertThat(command("drafts", "confirm", draft, "--reason", "Yes", "--api-key", key("approver", Role.APPROVER)))
                .contains("state     in-force\n", "confirmation by approver: Yes");
        read(draft).body("unconfirmed", equalTo(false));
        awaitMetric("sheshim_publications_unconfirmed 0.0");
    }

    @Test
    void faultyWorkbookIsKeptWithItsFindingsAndCannotBeProposed() {
        String draft = upload(analyst(), "/api/v1/drafts?title=Typo", archive("much"))
                .then()
                .statusCode(201)
                .body("findings.place", hasItem("allowance.xlsx › Income limits › E12"))
                .extract()
                .path("draft.id");
        post(analyst(), path(draft, "proposal"), Map.of("text", "x"))
                .statusCode(422)
                .body("type", equalTo("urn:sheshim:problem:draft-faulty"));
        dossier(approver(), draft).body("content.findings.severity", hasItem("error"));
        post(analyst(), path(draft, "withdrawal"), Map.of("text", "Wrong file"))
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
    }

    @Test
    void draftIsNotProposedOnceItsDossierHasErrors() {
        String draft = open(archive("641"));
        dossier(approver(), draft).body("errors", equalTo(1));
        post(analyst(), path(draft, "proposal"), Map.of("text", "A scenario fails."))
                .statusCode(422)
                .body("type", equalTo("urn:sheshim:problem:draft-faulty"))
                .body("detail", equalTo("Errors in the dossier: 1. Upload a version without them."));
        read(draft).body("state", equalTo("draft"));
        upload(analyst(), path(draft, "versions"), HIGHER_LIMIT).then().statusCode(200);
        post(analyst(), path(draft, "proposal"), Map.of("text", "None fails."))
                .statusCode(200)
                .body("state", equalTo("proposed"));
    }

    @Test
    void draftThatOnlyChangesANoteSaysThatThereIsNothingToPropose() {
        String draft = open(archive("F11", "Another note."));
        read(draft).body("unchanged", equalTo(true));
        post(analyst(), path(draft, "proposal"), Map.of("text", "A note."))
                .statusCode(422)
                .body("type", equalTo("urn:sheshim:problem:draft-unchanged"))
                .body("detail", containsString("Notes, scenarios and the look of a workbook are no law"));
        assertThat(command("drafts", "show", draft, "--api-key", key("reader", Role.ANALYST)))
                .contains("the draft cannot be proposed");
        upload(analyst(), path(draft, "versions"), HIGHER_LIMIT).then().body("draft.unchanged", equalTo(false));
    }

    @Test
    void whatIsNoArchiveOfWorkbooksIsRefused() throws IOException {
        String path = "/api/v1/drafts?title=x";
        for (byte[] body : List.of(
                new byte[0],
                "no zip".getBytes(StandardCharsets.UTF_8),
                zip("../../etc/passwd", new byte[1]),
                zip("decision-tables/../x.xlsx", new byte[1]),
                zip("notes.txt", new byte[1]),
                zip("docProps/app.xml", new byte[1]),
                zip("bomb.xlsx", new byte[60_000_000]))) {
            upload(analyst(), path, body).then().statusCode(400).contentType("application/problem+json");
        }
        upload(analyst(), path, zip("rules/more.drl", "package x".getBytes(StandardCharsets.UTF_8)))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:sheshim:problem:draft-code"));
        upload(analyst(), "/api/v1/drafts", HIGHER_LIMIT).then().statusCode(400);
        upload(analyst(), path + "&rules=maybe", HIGHER_LIMIT).then().statusCode(400);
        upload(analyst().queryParam("title", "\u200b"), "/api/v1/drafts", HIGHER_LIMIT)
                .then()
                .statusCode(400);
        upload(analyst(), "/api/v1/drafts?title=x&base=y", HIGHER_LIMIT).then().statusCode(400);
        upload(approver(), path, HIGHER_LIMIT).then().statusCode(403);
        analyst().get("/api/v1/drafts/x").then().statusCode(404);
    }

    @Test
    void workbookThatIsSentAsTheArchiveIsKnown() {
        byte[] workbook = new FolderPolicySource(POLICY)
                .files().stream()
                        .filter(file -> file.path().endsWith(".xlsx"))
                        .findFirst()
                        .orElseThrow()
                        .bytes();
        upload(analyst(), "/api/v1/drafts?title=x", workbook)
                .then()
                .statusCode(400)
                .body("detail", containsString("This is a workbook itself: zip it."));
    }

    @Test
    void namesThatDifferOnlyInCapitalLettersAreRefused() throws IOException {
        upload(analyst(), "/api/v1/drafts?title=x", zip("ALLOWANCE.xlsx", new byte[1]))
                .then()
                .statusCode(422)
                .body("detail", containsString("differ only in capital letters"));
    }

    @Test
    void uploadOfTheSameFilesChangesNothing() {
        String draft = proposed(HIGHER_LIMIT);
        upload(analyst(), path(draft, "versions"), HIGHER_LIMIT)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:sheshim:problem:draft-unchanged"));
        read(draft).body("state", equalTo("proposed")).body("versions", hasSize(1));
        upload(analyst(), path(draft, "versions"), archive("641.1"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        upload(analyst(), "/api/v1/drafts?title=x", HIGHER_LIMIT)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return archive.toByteArray();
    }
}
