import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sheshim.client.ApiClient;
import sheshim.client.ApiException;
import sheshim.client.DecisionsApi;
import sheshim.client.PolicyApi;
import sheshim.client.model.ApplicantFacts;
import sheshim.client.model.Application;
import sheshim.client.model.ApplicationFacts;
import sheshim.client.model.ChecksFacts;
import sheshim.client.model.DecisionView;
import sheshim.client.model.DocumentsFacts;
import sheshim.client.model.Problem;
import sheshim.client.model.ReplayRequest;

/** What an intake system does, by nothing but the types that were generated from the contract. */
class GeneratedClientTest {
    private final ApiClient client = client();
    private final DecisionsApi decisions = new DecisionsApi(client);
    private final PolicyApi policy = new PolicyApi(client);
    private final String reference = "client-" + UUID.randomUUID();

    private static ApiClient client() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getProperty("service"));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + System.getProperty("key")));
        return client;
    }

    private Application application() {
        return new Application()
                .application(new ApplicationFacts()
                        .reference(reference)
                        .service(ApplicationFacts.ServiceEnum.FORMATION)
                        .channel(ApplicationFacts.ChannelEnum.STATE_CORPORATION)
                        .filedAt(OffsetDateTime.parse("2026-11-20T10:15:00+05:00"))
                        .filedBy(ApplicationFacts.FiledByEnum.APPLICANT)
                        .form(ApplicationFacts.FormEnum.ORDINARY))
                .applicant(new ApplicantFacts()
                        .status(ApplicantFacts.StatusEnum.FOREIGNER)
                        .citizenship(ApplicantFacts.CitizenshipEnum.TUR)
                        .birthDate(LocalDate.of(1990, 4, 12))
                        .consentToRestrictedData(true))
                .documents(List.of(new DocumentsFacts()
                        .kind(DocumentsFacts.KindEnum.FOREIGN_PASSPORT)
                        .number("U12345678")
                        .issuedBy(DocumentsFacts.IssuedByEnum.TUR)
                        .validUntil(LocalDate.of(2031, 5, 1))
                        .script(DocumentsFacts.ScriptEnum.OTHER)
                        .translation(DocumentsFacts.TranslationEnum.NOTARISED)
                        .copyAttached(true)
                        .authentic(true)))
                .checks(new ChecksFacts()
                        .dataAccurate(true)
                        .namesAsInMachineReadableZone(true)
                        .otherDataAsInVisualZone(true)
                        .earlierIinFound(false));
    }

    @Test
    void decidesReadsListsAndReplays() throws Exception {
        DecisionView decided = decisions.decide(application(), "\"" + reference + "\"", null);
        assertThat(decided.getOutcome()).isEqualTo("granted");
        assertThat(decided.getFiledOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(decided.getDue()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(decided.getTerm().getWorkingDays()).isEqualTo(1);
        assertThat(decided.getDecidedAt()).isNotNull();

        assertThat(decisions.readDecision(decided.getId())).isEqualTo(decided);
        LocalDate filedOn = LocalDate.of(2026, 11, 20);
        var page = decisions.listDecisions(
                null, null, null, null, filedOn, null, 1, decided.getOutcome(), reference, null, null, null);
        assertThat(page.getDecisions()).containsExactly(decided);
        assertThat(page.getNext()).isEqualTo(decided.getEntry());
        var last = decisions.listDecisions(
                page.getNext(), null, null, null, null, null, 1, null, reference, null, null, null);
        assertThat(last.getDecisions()).isEmpty();
        assertThat(last.getNext()).isNull();

        assertThat(decisions.replayDecision(decided.getId(), new ReplayRequest()).getIdentical())
                .isTrue();
        assertThat(decisions
                        .replayDecision(decided.getId(), new ReplayRequest().revision(decided.getRevision()))
                        .getReplayed()
                        .getOutcome())
                .isEqualTo("granted");
    }

    @Test
    void groundsArriveWithTheirCitations() throws Exception {
        Application plain = application();
        plain.getDocuments().get(0).setTranslation(DocumentsFacts.TranslationEnum.PLAIN);
        DecisionView assessed = decisions.assess(plain, Map.of("Accept-Language", "kk"));
        assertThat(assessed.getId()).isNull();
        assertThat(assessed.getGrounds()).singleElement().satisfies(ground -> {
            assertThat(ground.getCode()).isEqualTo("translation-not-notarised");
            assertThat(ground.getText()).contains("құжат");
            assertThat(ground.getRule().getCell()).startsWith("documents.xlsx");
            assertThat(ground.getCitation().getStatus()).isNotEmpty();
        });
        assertThat(assessed.getMatched()).anySatisfy(rule -> assertThat(rule.getValues())
                .containsEntry("documents[0].translation", "plain"));
    }

    @Test
    void problemsArriveAsWhatTheyAre() throws Exception {
        Application incomplete = application();
        incomplete.getDocuments().get(0).setNumber(" ");
        ApiException invalid =
                catchThrowableOfType(ApiException.class, () -> decisions.decide(incomplete, null, null));
        assertThat(invalid.getCode()).isEqualTo(422);
        assertThat(problem(invalid).getType()).isEqualTo(URI.create("urn:sheshim:problem:invalid-application"));
        assertThat(problem(invalid).getErrors())
                .singleElement()
                .satisfies(fault -> assertThat(fault.getPath()).isEqualTo("$.documents[0].number"));

        ApiException unknown =
                catchThrowableOfType(ApiException.class, () -> decisions.readDecision(UUID.randomUUID()));
        assertThat(unknown.getCode()).isEqualTo(404);
        assertThat(problem(unknown).getStatus()).isEqualTo(404);
    }

    private Problem problem(ApiException e) throws Exception {
        return client.getObjectMapper().readValue(e.getResponseBody(), Problem.class);
    }

    @Test
    void policyIsRead() throws Exception {
        assertThat(policy.readVocabulary().getCodes()).isNotEmpty();
        var table = policy.listTables().get(0);
        assertThat(policy.readTable(table.getId()).getRules()).hasSize(table.getRules());
        String revision = policy.readVocabulary().getRevision();
        decisions.decide(application(), null, null);
        assertThat(policy.listRevisions()).anySatisfy(each -> {
            assertThat(each.getRevision()).isEqualTo(revision);
            assertThat(each.getInForce()).isTrue();
        });
        assertThat(policy.readRevision(revision).getTables()).isNotEmpty();
        assertThat(policy.readRevisionFiles(revision)).isNotEmpty();
        var etag = policy.readVocabularyWithHttpInfo().getHeaders().get("etag").get(0);
        ApiException unchanged = catchThrowableOfType(
                ApiException.class, () -> policy.readVocabulary(Map.of("If-None-Match", etag)));
        assertThat(unchanged.getCode()).isEqualTo(304);
    }
}
