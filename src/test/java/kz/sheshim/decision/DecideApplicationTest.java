package kz.sheshim.decision;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.facts.Fault;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.Seal;
import kz.sheshim.log.SealFixture;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.PolicyInMemoryFixture;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.TelemetryFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** There is no answer without a record, and no record without the files that it was decided by. */
class DecideApplicationTest {
    private static final Submitter SUBMITTER = new Submitter("front-office");
    private static final Instant NOW = Instant.parse("2026-11-20T05:15:00.123456789Z");
    private static final JacksonVerdictCodec CODEC = new JacksonVerdictCodec();

    /** Everything that was written, in its order: a kept revision or a decision. */
    private final List<Object> written = new ArrayList<>();

    private final PolicyInMemoryFixture.Source source = new PolicyInMemoryFixture.Source("first");
    private final PolicyInMemoryFixture.Store store = new PolicyInMemoryFixture.Store() {
        @Override
        public void store(Revision revision, List<PolicyFile> files, Instant at) {
            super.store(revision, files, at);
            written.add(revision);
        }
    };
    private Rulesets rulesets;

    @BeforeEach
    void load() throws FaultyRuleset {
        rulesets = new Rulesets(
                source, new PolicyInMemoryFixture.Compiler().policies(), store, true, 1, TelemetryFixture.NONE);
        rulesets.load();
    }

    private CompletionStage<Entry> append(
            Decision decision, Seal seal, Set<SearchTerm> terms, @Nullable KeyedRequest request) {
        written.add(decision);
        return CompletableFuture.completedFuture(new Entry(new EntryNumber(written.size()), decision, seal));
    }

    private DecideApplication decide(RevisionStore revisions, DecisionLog log) {
        return new DecideApplication(
                rulesets,
                CODEC,
                revisions,
                log,
                EarlierDecisionsFixture.none(rulesets),
                NewerLawFixture.NONE,
                SecondOpinionFixture.NONE,
                () -> new DecisionId(new UUID(7, written.size())),
                SealFixture.SECRETS,
                SealFixture.SEARCH_KEY,
                Clock.fixed(NOW, ZoneOffset.UTC),
                "engine 1",
                3);
    }

    private DecideApplication decide() {
        return decide(store, this::append);
    }

    @Test
    void decisionHoldsWhatWasReceivedWhatWasReadAndWhatIsAnswered() {
        String body = "{\n\t\"checks\" : {\"dataAccurate\":true},"
                + new ApplicationFixture().without("checks").toString().substring(1) + "\r\n ";
        RecordedDecision recorded = done(decide().decide(body.getBytes(StandardCharsets.UTF_8), SUBMITTER, null));
        Decision decision = recorded.entry().decision();

        assertThat(decision.submitter()).isEqualTo(SUBMITTER);
        assertThat(decision.received()).isEqualTo(body);
        assertThat(decision.read())
                .startsWith("{\"application\":{\"reference\":\"" + decision.reference() + "\",")
                .contains("\"checks\":{\"dataAccurate\":true}")
                .doesNotContain("filedOn", "\n");
        assertThat(decision.verdictText()).isEqualTo(CODEC.encode(decision.verdict()));
        assertThat(CODEC.decode(decision.verdictText())).isEqualTo(decision.verdict());
        assertThat(decision.verdict().outcome()).isEqualTo("acceptance-refused");
        assertThat(decision.reference()).isEqualTo(new ApplicationFixture().reference());
        assertThat(decision.decidedAt()).isEqualTo(Instant.parse("2026-11-20T05:15:00.123Z"));
        assertThat(decision.engine()).isEqualTo("engine 1");
        assertThat(decision.revision()).isEqualTo(rulesets.inForce().revision());
        assertThat(recorded.ruleset()).isSameAs(rulesets.inForce());
    }

    @Test
    void answerIsTheEntryOfTheLog() {
        RecordedDecision recorded = done(decide().decide(new ApplicationFixture().body(), SUBMITTER, null));
        assertThat(written)
                .containsExactly(rulesets.inForce().revision(), recorded.entry().decision());
        assertThat(recorded.entry().number()).isEqualTo(new EntryNumber(2));
    }

    @Test
    void revisionIsKeptBeforeItsFirstDecisionAndOnlyOnce() {
        DecideApplication decide = decide();
        Decision first = done(decide.decide(new ApplicationFixture().body(), SUBMITTER, null))
                .entry()
                .decision();
        Decision second = done(decide.decide(new ApplicationFixture().body(), SUBMITTER, null))
                .entry()
                .decision();
        Revision revision = rulesets.inForce().revision();

        assertThat(written).containsExactly(revision, first, second);
        assertThat(store.files(revision)).contains(PolicyInMemoryFixture.files("first"));
        assertThat(store.list()).containsExactly(new RevisionStore.Stored(revision, NOW));
    }

    @Test
    void nextRevisionIsKeptBeforeItsFirstDecision() {
        DecideApplication decide = decide();
        Decision first = done(decide.decide(new ApplicationFixture().body(), SUBMITTER, null))
                .entry()
                .decision();
        source.put("second");
        rulesets.takeUp();
        Decision second = done(decide.decide(new ApplicationFixture().body(), SUBMITTER, null))
                .entry()
                .decision();

        assertThat(written).containsExactly(first.revision(), first, second.revision(), second);
        assertThat(second.revision()).isNotEqualTo(first.revision());
        assertThat(store.files(second.revision())).contains(PolicyInMemoryFixture.files("second"));
    }

    @Test
    void nothingIsAnsweredWhenTheLogFails() {
        DecideApplication failing = decide(
                store,
                (decision, seal, terms, request) ->
                        CompletableFuture.failedFuture(new LogUnavailable(new IOException("disk full"))));
        assertThatExceptionOfType(LogUnavailable.class)
                .isThrownBy(() -> done(failing.decide(new ApplicationFixture().body(), SUBMITTER, null)));

        RecordedDecision later = done(decide().decide(new ApplicationFixture().body(), SUBMITTER, null));
        assertThat(written)
                .as("the revision stays kept")
                .containsExactly(rulesets.inForce().revision(), later.entry().decision());
    }

    @Test
    void nothingIsRecordedWhenTheRevisionCannotBeKeptAndItIsTriedAgain() {
        RevisionStore failing = new PolicyInMemoryFixture.Store() {
            @Override
            public void store(Revision revision, List<PolicyFile> files, Instant at) {
                throw new LogUnavailable(new IOException("disk full"));
            }
        };
        assertThatExceptionOfType(LogUnavailable.class)
                .isThrownBy(() ->
                        done(decide(failing, this::append).decide(new ApplicationFixture().body(), SUBMITTER, null)));
        assertThat(written).isEmpty();

        Decision later = done(decide().decide(new ApplicationFixture().body(), SUBMITTER, null))
                .entry()
                .decision();
        assertThat(written).containsExactly(later.revision(), later);
    }

    @Test
    void invalidApplicationIsRefusedWithAllItsFaultsAndWithoutATrace() {
        byte[] body = new ApplicationFixture()
                .set("application.service", "formatoin")
                .set("application.filedAt", null)
                .set("applicant.covered", true)
                .set("documents.0.kindd", "x")
                .body();
        InvalidApplication invalid =
                catchThrowableOfType(InvalidApplication.class, () -> decide().decide(body, SUBMITTER, null));

        assertThat(invalid.wellFormed()).isTrue();
        assertThat(invalid.faults())
                .extracting(Fault::path)
                .containsExactlyInAnyOrder(
                        "$.application.service",
                        "$.application.filedAt",
                        "$.applicant.covered",
                        "$.documents[0].kindd");
        assertThat(invalid.faults()).extracting(Fault::nearest).contains("formation", "kind");
        assertThat(written).isEmpty();
    }

    @Test
    void bodyThatIsNoJsonIsRefused() {
        InvalidApplication invalid = catchThrowableOfType(InvalidApplication.class, () -> decide().decide(
                        "{\"application\": ".getBytes(StandardCharsets.UTF_8), SUBMITTER, null));
        assertThat(invalid.wellFormed()).isFalse();
        assertThat(invalid.faults()).isNotEmpty();
        assertThat(written).isEmpty();
    }

    @Test
    void memberThatStandsTwiceIsToldBesideTheOtherFaults() {
        String body = "{\"applicant\": {\"status\": \"foreigner\", \"status\": \"stateless\"}, \"aplication\": {}}";
        InvalidApplication invalid = catchThrowableOfType(InvalidApplication.class, () -> decide().decide(
                        body.getBytes(StandardCharsets.UTF_8), SUBMITTER, null));
        assertThat(invalid.wellFormed()).isFalse();
        assertThat(invalid.faults())
                .extracting(Fault::path)
                .contains("$.applicant.status", "$.aplication", "$.application.service");
    }

    @Test
    void moreInstancesThanAcceptedAreAFault() {
        ApplicationFixture application = new ApplicationFixture();
        for (int i = 1; i <= 3; i++) {
            application.set("documents." + i + ".kind", "foreign-passport");
        }
        InvalidApplication invalid = catchThrowableOfType(
                InvalidApplication.class, () -> decide().decide(application.body(), SUBMITTER, null));
        assertThat(invalid.faults()).extracting(Fault::path).containsExactly("$.documents");
    }

    @Test
    void assessmentIsTheSameVerdictWithoutARecord() {
        Assessment assessment = decide().assess(new ApplicationFixture().body());
        assertThat(written).isEmpty();
        assertThat(store.list()).isEmpty();
        assertThat(assessment.verdict())
                .isEqualTo(done(decide().decide(new ApplicationFixture().body(), SUBMITTER, null))
                        .entry()
                        .decision()
                        .verdict());
    }
}
