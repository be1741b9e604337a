package kz.sheshim.decision;

import static kz.sheshim.DoneFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.Entry;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.IdempotencyKey;
import kz.sheshim.log.IdempotencyKeyReused;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.Seal;
import kz.sheshim.log.SealFixture;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.publication.PolicyInMemoryFixture;
import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.TelemetryFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same request under the same key gets its first decision, whatever became of the rules since. */
class RepeatedRequestsTest {
    private static final Submitter SUBMITTER = new Submitter("front office");
    private static final IdempotencyKey KEY = new IdempotencyKey("a key");
    private static final byte[] BODY = new ApplicationFixture().body();
    private static final byte[] OTHER_BODY = (new ApplicationFixture() + " ").getBytes(StandardCharsets.UTF_8);
    private static final byte[] INVALID = "{}".getBytes(StandardCharsets.UTF_8);

    private final PolicyInMemoryFixture.Source source = new PolicyInMemoryFixture.Source("first");
    private final PolicyInMemoryFixture.Store store = new PolicyInMemoryFixture.Store();
    private final Rulesets rulesets = new Rulesets(
            source, new PolicyInMemoryFixture.Compiler().policies(), store, true, 1, TelemetryFixture.NONE);
    private final Log log = new Log();
    private final List<Runnable> secondOpinions = new ArrayList<>();
    private final DecideApplication decide = new DecideApplication(
            rulesets,
            new JacksonVerdictCodec(),
            store,
            log,
            new EarlierDecisions(log, rulesets, Runnable::run),
            NewerLawFixture.NONE,
            new SecondOpinion(1, () -> 0, secondOpinions::add, new SecondOpinionFixture.Remembered()),
            () -> new DecisionId(UUID.randomUUID()),
            SealFixture.SECRETS,
            SealFixture.SEARCH_KEY,
            Clock.systemUTC(),
            "engine 1",
            3);

    /** Keeps keys as the contract of the log says. */
    private static final class Log extends EarlierDecisionsFixture.Nothing implements DecisionLog {
        private final Map<IdempotencyKey, KeyedRequest> requests = new HashMap<>();
        private final Map<IdempotencyKey, Entry> entries = new HashMap<>();

        @Override
        public CompletionStage<Entry> append(
                Decision decision, Seal seal, Set<SearchTerm> terms, @Nullable KeyedRequest request) {
            if (!entries.containsKey(request.key())) {
                requests.put(request.key(), request);
                entries.put(request.key(), new Entry(new EntryNumber(entries.size() + 1L), decision, seal));
            }
            try {
                return CompletableFuture.completedFuture(find(request).orElseThrow());
            } catch (IdempotencyKeyReused reused) {
                return CompletableFuture.failedFuture(reused);
            }
        }

        @Override
        public Optional<Entry> find(KeyedRequest request) {
            if (requests.containsKey(request.key())
                    && !requests.get(request.key()).equals(request)) {
                throw new IdempotencyKeyReused();
            }
            return Optional.ofNullable(entries.get(request.key()));
        }
    }

    @BeforeEach
    void load() throws FaultyRuleset {
        rulesets.load();
    }

    private RecordedDecision decide(byte[] body) {
        return done(decide.decide(body, SUBMITTER, KEY));
    }

    @Test
    void sameBodyGetsTheFirstDecisionAgain() {
        RecordedDecision first = decide(BODY);
        RecordedDecision second = decide(BODY);

        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(second.entry()).isEqualTo(first.entry());
    }

    @Test
    void secondOpinionIsAskedOnlyAboutWhatWasRecorded() {
        decide(BODY);
        decide(BODY);
        assertThatExceptionOfType(IdempotencyKeyReused.class).isThrownBy(() -> decide(OTHER_BODY));

        assertThat(secondOpinions).hasSize(1);
    }

    @Test
    void anotherBodyIsRefused() {
        RecordedDecision first = decide(BODY);

        assertThatExceptionOfType(IdempotencyKeyReused.class).isThrownBy(() -> decide(OTHER_BODY));
        assertThatExceptionOfType(IdempotencyKeyReused.class).isThrownBy(() -> decide(INVALID));
        assertThat(decide(BODY).entry()).isEqualTo(first.entry());
    }

    @Test
    void firstDecisionIsGivenAgainByTheRulesThatMadeIt() {
        RecordedDecision first = decide(BODY);
        source.put("second");
        rulesets.takeUp();
        RecordedDecision second = decide(BODY);

        assertThat(rulesets.inForce().revision()).isNotEqualTo(first.ruleset().revision());
        assertThat(second.entry()).isEqualTo(first.entry());
        assertThat(second.ruleset().revision()).isEqualTo(first.ruleset().revision());
        assertThat(second.repeated()).isTrue();
    }

    @Test
    void firstDecisionIsGivenAgainWhereNothingCanBeDecidedAnyMore() {
        RecordedDecision first = decide(BODY);
        source.put(PolicyInMemoryFixture.FAULTY);
        rulesets.takeUp();

        assertThat(decide(BODY).entry()).isEqualTo(first.entry());
        assertThatExceptionOfType(RulesetUnusable.class)
                .isThrownBy(() -> done(decide.decide(BODY, SUBMITTER, KEY.ofLine(2))));
    }

    @Test
    void invalidApplicationUsesNoKey() {
        assertThatExceptionOfType(InvalidApplication.class).isThrownBy(() -> decide(INVALID));

        assertThat(decide(BODY).repeated()).isFalse();
    }
}
