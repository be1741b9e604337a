package kz.sheshim.decision;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kz.sheshim.access.Submitter;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.facts.Facts;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Fingerprint;
import kz.sheshim.log.IdempotencyKey;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.Seal;
import kz.sheshim.log.SearchKey;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.log.Secret;
import kz.sheshim.policy.Revision;
import kz.sheshim.publication.LoadedRuleset;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;
import org.jspecify.annotations.Nullable;

/** Decides applications by the ruleset in force: reads strictly, evaluates, records, and only then answers. */
public final class DecideApplication {
    private final Rulesets rulesets;
    private final VerdictCodec codec;
    private final RevisionStore revisions;
    private final DecisionLog log;
    private final EarlierDecisions earlier;
    private final NewerLaw newerLaw;
    private final SecondOpinion secondOpinion;
    private final Supplier<DecisionId> ids;
    private final Supplier<Secret> secrets;
    private final SearchKey searchKey;
    private final Clock clock;
    private final String engine;
    private final int maxInstances;

    public DecideApplication(
            Rulesets rulesets,
            VerdictCodec codec,
            RevisionStore revisions,
            DecisionLog log,
            EarlierDecisions earlier,
            NewerLaw newerLaw,
            SecondOpinion secondOpinion,
            Supplier<DecisionId> ids,
            Supplier<Secret> secrets,
            SearchKey searchKey,
            Clock clock,
            String engine,
            int maxInstances) {
        this.rulesets = rulesets;
        this.codec = codec;
        this.revisions = revisions;
        this.log = log;
        this.earlier = earlier;
        this.newerLaw = newerLaw;
        this.secondOpinion = secondOpinion;
        this.ids = ids;
        this.secrets = secrets;
        this.searchKey = searchKey;
        this.clock = clock;
        this.engine = engine;
        this.maxInstances = maxInstances;
    }

    /**
     * Decides the application, and completes when the decision is recorded; with {@link kz.sheshim.log.LogUnavailable} or {@link
     * kz.sheshim.log.LogOverloaded} if it cannot be, and then there is no decision. The same body under the same key of the same submitter gets the decision that
     * it got the first time; another body completes with {@link kz.sheshim.log.IdempotencyKeyReused}.
     *
     * <p>Whether the key was used is found out when the decision is recorded and not before: a new request then costs nothing more, and no two that come at
     * once can both be new.
     *
     * @param key the name that the submitter gave to the request, if anything
     * @throws InvalidApplication if it has no key and cannot be read; with a key it completes with that
     */
    public CompletionStage<RecordedDecision> decide(byte[] body, Submitter submitter, @Nullable IdempotencyKey key) {
        if (key == null) {
            return newerLaw.retry(() -> decide(body, submitter, (KeyedRequest) null));
        }
        KeyedRequest request = new KeyedRequest(submitter, key, Fingerprint.of(body));
        try {
            return newerLaw.retry(() -> decide(body, submitter, request));
        } catch (RuntimeException refused) {
            return earlier.find(request, refused);
        }
    }

    private CompletionStage<RecordedDecision> decide(byte[] body, Submitter submitter, @Nullable KeyedRequest request) {
        return rulesets.withCurrent(loaded -> {
            Sealed sealed = seal(loaded, body, submitter);
            Decision decision = sealed.decision();
            if (!loaded.stored()) {
                revisions.store(decision.revision(), loaded.files(), clock.instant());
                loaded.setStored();
            }
            return log.append(decision, sealed.seal(), sealed.terms(), request)
                    .thenCompose(entry -> answer(entry, sealed, loaded));
        });
    }

    /** A decision that can be recorded, and the facts that it was made on. */
    private record Sealed(Facts facts, Decision decision, Seal seal, Set<SearchTerm> terms) {}

    private Sealed seal(LoadedRuleset loaded, byte[] body, Submitter submitter) {
        DecidingPolicy policy = loaded.policy();
        DecidingPolicy.Reading application = read(policy, body);
        Facts facts = application.facts();
        String stated = codec.encodeSubmitted(facts);
        Verdict verdict = policy.decide(facts);
        Decision decision = new Decision(
                ids.get(),
                submitter,
                policy.applicationReference(facts),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                policy.revision(),
                engine,
                application.text(),
                stated,
                verdict,
                codec.encode(verdict),
                policy.groundCells(verdict));
        return new Sealed(
                facts,
                decision,
                Seal.of(decision, PersonalParts.of(facts), secrets),
                PersonalTexts.terms(facts, searchKey));
    }

    private CompletionStage<RecordedDecision> answer(Entry entry, Sealed sealed, LoadedRuleset loaded) {
        Decision decision = sealed.decision();
        boolean repeated = !entry.decision().id().equals(decision.id());
        if (!repeated) {
            secondOpinion.ask(loaded, sealed.facts(), decision.verdict());
        }
        return entry.decision().revision().equals(decision.revision())
                ? CompletableFuture.completedStage(new RecordedDecision(entry, loaded.ruleset(), repeated))
                : earlier.open(entry);
    }

    /** Maximum number of instances of an entity in an application. */
    public int maxInstances() {
        return maxInstances;
    }

    /**
     * Finds the verdict without recording anything.
     *
     * @throws InvalidApplication if the application cannot be read
     */
    public Assessment assess(byte[] body) {
        return rulesets.withCurrent(loaded -> assess(loaded.policy(), body));
    }

    /**
     * Finds the verdict of another revision without recording anything.
     *
     * @throws InvalidApplication if the application cannot be read
     */
    public Assessment assess(byte[] body, Revision revision) {
        return rulesets.with(revision, loaded -> assess(loaded.policy(), body));
    }

    private Assessment assess(DecidingPolicy policy, byte[] body) {
        Facts facts = read(policy, body).facts();
        return new Assessment(policy.applicationReference(facts), policy.decide(facts), policy.ruleset(), engine);
    }

    private DecidingPolicy.Reading read(DecidingPolicy policy, byte[] body) {
        DecidingPolicy.Reading application = policy.read(body, maxInstances);
        if (!application.faults().isEmpty()) {
            throw new InvalidApplication(application.faults(), application.wellFormed());
        }
        return application;
    }
}
