package kz.sheshim.adapter.http;

import static kz.sheshim.CallerFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.sheshim.CallerFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.FolderFixture;
import kz.sheshim.ReceiverFixture;
import kz.sheshim.access.Role;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.delivery.Outbox;
import kz.sheshim.policy.PolicyArchive;
import kz.sheshim.policy.PolicyFile;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a system outside is told of drafts and publications. The policy is a small one, so that dossiers are soon made. */
@QuarkusTest
@TestProfile(LawEventsIT.Told.class)
class LawEventsIT {
    private static final Path POLICY = Path.of("src/test/resources/policies/heating-allowance");
    private static final String DATA = "target/law-events-of-tests-" + System.getProperty("test.fork", "1");
    private static final String KINDS = "proposed,reopened,approved,rejected,withdrawn,voided,published,rolled-back";

    /** With a destination that takes all events of the law, and a database of its own. */
    public static final class Told implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            FolderFixture.delete(Path.of(DATA));
            return Map.of(
                    "sheshim.policy.folder",
                    POLICY.toString(),
                    "sheshim.embedded.data-dir",
                    DATA + "/postgres",
                    "sheshim.log.folder",
                    DATA + "/log",
                    "sheshim.hand-over.first-delay",
                    "100ms",
                    "sheshim.hand-over.destinations.gazette.url",
                    "http://localhost:" + freePort() + "/events",
                    "sheshim.hand-over.destinations.gazette.law",
                    KINDS,
                    "sheshim.hand-over.destinations.gazette.secrets",
                    ReceiverFixture.SECRET);
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ConfigProperty(name = "sheshim.hand-over.destinations.gazette.url")
    URI url;

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    private ReceiverFixture receiver;
    private String law;

    @BeforeEach
    void receive() {
        receiver = new ReceiverFixture(url.getPort());
        law = publications().extract().path("publications[0].revision");
        awaitNoneWaiting();
    }

    private static void awaitNoneWaiting() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> waiting()
                .body("handOvers.size()", equalTo(0)));
    }

    private static ValidatableResponse waiting() {
        return as("operator", Role.OPERATOR)
                .get("/api/v1/hand-overs?destination=gazette&state=waiting")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void close() {
        receiver.close();
        assertThat(receiver.faults()).isEmpty();
    }

    private static RequestSpecification analyst() {
        return as("analyst", Role.ANALYST);
    }

    private static RequestSpecification approver() {
        return as("approver", Role.APPROVER);
    }

    private static ValidatableResponse publications() {
        return analyst().get("/api/v1/publications?limit=100").then().statusCode(200);
    }

    private static ValidatableResponse post(RequestSpecification who, String path, Map<String, ?> body) {
        return who.contentType("application/json").body(body).post(path).then();
    }

    private static String path(String draft, String step) {
        return "/api/v1/drafts/" + draft + "/" + step;
    }

    /** A version with another limit. What a test publishes must be new: else it is a roll-back. */
    private static byte[] archive(String limit) {
        List<PolicyFile> files = new EditedPolicyFixture(new FolderPolicySource(POLICY).files())
                .set("allowance.xlsx", "Income limits", "E12", limit)
                .files();
        return PolicyArchive.of(files.stream()
                .filter(file -> file.path().endsWith("allowance.xlsx"))
                .toList());
    }

    private static String proposed(String limit) {
        String draft = analyst()
                .contentType("application/zip")
                .body(archive(limit))
                .queryParam("title", "Limit " + limit)
                .post("/api/v1/drafts")
                .then()
                .statusCode(201)
                .extract()
                .path("draft.id");
        propose(draft).statusCode(200);
        return draft;
    }

    private static ValidatableResponse propose(String draft) {
        return post(analyst(), path(draft, "proposal"), Map.of("text", "The city raised it."));
    }

    private static String revision(String draft) {
        return analyst().get("/api/v1/drafts/" + draft).then().extract().path("revision");
    }

    private static void awaitDossier(String draft) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> approver().get(path(draft, "dossier")).statusCode() == 200);
    }

    private static ValidatableResponse approve(RequestSpecification who, String draft, Map<String, String> more) {
        awaitDossier(draft);
        Map<String, String> order = new HashMap<>(more);
        order.put("revision", revision(draft));
        order.put("reason", "As the act says.");
        return post(who, path(draft, "approval"), order);
    }

    private static String rollBackTo(String revision) {
        String draft = post(
                        analyst(),
                        "/api/v1/drafts",
                        Map.of("title", "Back", "revision", revision, "reason", "It was wrong."))
                .statusCode(201)
                .extract()
                .path("id");
        post(approver(), path(draft, "approval"), Map.of("revision", revision, "reason", "It was law before."))
                .statusCode(200)
                .body("state", equalTo("in-force"));
        return draft;
    }

    /** The events about a draft, once there are so many. */
    private List<CloudEvent> told(String draft, int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> about(draft).size() >= number);
        return about(draft);
    }

    private List<CloudEvent> about(String draft) {
        return receiver.taken().stream()
                .filter(event -> draft.equals(event.getSubject()))
                .toList();
    }

    private static List<String> kinds(List<CloudEvent> events) {
        return events.stream()
                .map(event -> event.getType().substring("kz.sheshim.law.".length()))
                .toList();
    }

    @Test
    void pathOfADraftIntoForceAndBackIsTold() {
        String draft = proposed("640.81");
        approve(approver(), draft, Map.of()).statusCode(200).body("state", equalTo("in-force"));
        String back = rollBackTo(law);

        List<CloudEvent> events = told(draft, 3);
        assertThat(kinds(events)).containsExactly("proposed", "approved", "published");
        JsonNode proposal = ReceiverFixture.data(events.get(0));
        assertThat(proposal.path("draft").asText()).isEqualTo(draft);
        assertThat(proposal.path("title").asText()).isEqualTo("Limit 640.81");
        assertThat(proposal.path("by").asText()).isEqualTo("analyst");
        assertThat(proposal.path("revision").asText()).isEqualTo(revision(draft));
        assertThat(proposal.path("replaces").asText()).isEqualTo(law);
        assertThat(proposal.has("due")).isFalse();
        JsonNode approval = ReceiverFixture.data(events.get(1));
        assertThat(approval.path("by").asText()).isEqualTo("approver");
        assertThat(Instant.parse(approval.path("due").asText())).isBefore(Instant.now());
        JsonNode published = ReceiverFixture.data(events.get(2));
        assertThat(published.path("way").asText()).isEqualTo("approval");
        assertThat(published.path("revision").asText()).isEqualTo(revision(draft));
        assertThat(published.path("replaces").asText()).isEqualTo(law);
        publications()
                .body("publications.entry", hasItems(published.path("entry").asInt()));

        assertThat(kinds(told(back, 3))).containsExactly("proposed", "approved", "rolled-back");
        assertThat(ReceiverFixture.data(about(back).get(2)).path("revision").asText())
                .isEqualTo(law);
        assertThat(receiver.taken().stream()
                        .map(event -> ReceiverFixture.data(event).path("number").asLong()))
                .isSorted();
        assertThat(receiver.taken().stream().map(ReceiverFixture::data).map(JsonNode::toString))
                .noneMatch(data -> data.contains("The city raised it"));
    }

    @Test
    void otherEndsOfADraftAreTold() {
        String draft = proposed("640.82");
        analyst()
                .contentType("application/zip")
                .body(archive("640.83"))
                .post(path(draft, "versions"))
                .then()
                .statusCode(200);
        propose(draft).statusCode(200);
        post(approver(), path(draft, "rejection"), Map.of("text", "No.")).statusCode(200);
        String withdrawn = proposed("640.84");
        post(analyst(), path(withdrawn, "withdrawal"), Map.of("text", "No.")).statusCode(200);

        assertThat(kinds(told(draft, 4))).containsExactly("proposed", "reopened", "proposed", "rejected");
        assertThat(ReceiverFixture.data(about(draft).get(1)).path("revision").asText())
                .isEqualTo(revision(draft));
        assertThat(kinds(told(withdrawn, 2))).containsExactly("proposed", "withdrawn");
    }

    @Test
    void approvedDraftThatDoesNotComeIntoForceIsToldAsVoid() {
        String draft = proposed("640.8");
        String other = proposed("640.82");
        awaitDossier(draft);
        awaitDossier(other);
        approve(approver(), draft, Map.of("at", Instant.now().plusSeconds(20).toString()))
                .statusCode(200)
                .body("state", equalTo("approved"));
        approve(approver(), other, Map.of()).statusCode(200).body("state", equalTo("in-force"));

        assertThat(kinds(told(draft, 3))).containsExactly("proposed", "approved", "voided");
        rollBackTo(law);
    }

    @Test
    void publicationAloneIsToldAsOne() {
        String draft = proposed("640.87");
        post(as("chief", Role.EMERGENCY), path(draft, "emergency"), Map.of("text", "At once."))
                .statusCode(200)
                .body("state", equalTo("in-force"));

        List<CloudEvent> events = told(draft, 2);
        assertThat(kinds(events)).containsExactly("proposed", "published");
        assertThat(ReceiverFixture.data(events.get(1)).path("way").asText()).isEqualTo("emergency");
        rollBackTo(law);
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        String draft = proposed("640.8");
        approve(as("analyst", Role.ANALYST, Role.APPROVER), draft, Map.of()).statusCode(403);
        QuarkusTransaction.begin();
        assertThat(change(draft, "approved")).isEqualTo(1);
        QuarkusTransaction.rollback();
        post(analyst(), path(draft, "withdrawal"), Map.of("text", "No.")).statusCode(200);

        assertThat(kinds(told(draft, 2))).containsExactly("proposed", "withdrawn");
    }

    private int change(String draft, String state) {
        return entities.createNativeQuery("UPDATE draft SET state = :state WHERE id = :id")
                .setParameter("state", state)
                .setParameter("id", UUID.fromString(draft))
                .executeUpdate();
    }

    @Test
    void receiverThatFailsGetsEachEventAgainAndInOrder() {
        AtomicBoolean isUp = new AtomicBoolean();
        receiver.behave((exchange, event) -> {
            if (isUp.get()) {
                receiver.take(exchange, event);
            } else {
                exchange.sendResponseHeaders(503, -1);
            }
        });
        String draft = proposed("640.89");
        post(analyst(), path(draft, "withdrawal"), Map.of("text", "No.")).statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> receiver.attempts().size() > 1);

        waiting()
                .body("handOvers.law", equalTo(List.of("withdrawn", "proposed")))
                .body("handOvers.draft", everyItem(equalTo(draft)))
                .body("handOvers.decision", everyItem(nullValue()))
                .body("handOvers[1].failure", equalTo("HTTP status 503"));
        assertThat(receiver.attempts()).allMatch(event -> event.getType().endsWith("proposed"));
        CallerFixture.given()
                .get("/desk/operations/hand-overs?state=waiting")
                .then()
                .statusCode(200)
                .body(containsString("law.withdrawn"))
                .body(containsString("/desk/drafts/" + draft))
                .body(containsString("law.rolled-back"));

        isUp.set(true);
        assertThat(kinds(told(draft, 2))).containsExactly("proposed", "withdrawn");
        awaitNoneWaiting();
        assertThat(outbox.removeSettledBefore(Instant.now().plusSeconds(60))).isPositive();
        assertThat(entities.createNativeQuery("SELECT count(*) FROM law_event").getSingleResult())
                .isEqualTo(0L);
    }
}
