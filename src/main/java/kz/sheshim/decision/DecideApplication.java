package kz.sheshim.decision;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kz.sheshim.access.Submitter;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Fault;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.Entry;
import kz.sheshim.log.Fingerprint;
import kz.sheshim.log.IdempotencyKey;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.verdict.VerdictCodec;
import org.jspecify.annotations.Nullable;

/** Decides applications by the ruleset in force: reads strictly, evaluates, records, and only then answers. */
public final class DecideApplication {
    private final Rulesets rulesets;
    private final JsonParser parser;
    private final VerdictCodec codec;
    private final RevisionStore revisions;
    private final DecisionLog log;
    private final EarlierDecisions earlier;
    private final Supplier<DecisionId> ids;
    private final Clock clock;
    private final String engine;
    private final int mostInstances;

    public DecideApplication(
            Rulesets rulesets,
            JsonParser parser,
            VerdictCodec codec,
            RevisionStore revisions,
            DecisionLog log,
            EarlierDecisions earlier,
            Supplier<DecisionId> ids,
            Clock clock,
            String engine,
            int mostInstances) {
        this.rulesets = rulesets;
        this.parser = parser;
        this.codec = codec;
        this.revisions = revisions;
        this.log = log;
        this.earlier = earlier;
        this.ids = ids;
        this.clock = clock;
        this.engine = engine;
        this.mostInstances = mostInstances;
    }

    /**
     * Decides the application, and completes when the decision is recorded; with {@link kz.sheshim.log.LogUnavailable} or {@link
     * kz.sheshim.log.LogOverloaded} if it cannot be, and then there is no decision. The same body under the same key of the same sender gets the decision that
     * it got the first time; another body completes with {@link kz.sheshim.log.KeyReused}.
     *
     * <p>Whether the key was used is found out when the decision is recorded and not before: a new request then costs nothing more, and no two that come at
     * once can both be new.
     *
     * @param key what the sender calls the request, if anything
     * @throws InvalidApplication if it has no key and cannot be read; with a key it completes with that
     */
    public CompletionStage<RecordedDecision> decide(byte[] body, Submitter sender, @Nullable IdempotencyKey key) {
        if (key == null) {
            return decide(body, sender, (KeyedRequest) null);
        }
        KeyedRequest request = new KeyedRequest(sender, key, Fingerprint.of(body));
        try {
            return decide(body, sender, request);
        } catch (RuntimeException refused) {
            return earlier.find(request, refused);
        }
    }

    private CompletionStage<RecordedDecision> decide(byte[] body, Submitter sender, @Nullable KeyedRequest request) {
        return rulesets.withCurrent(loaded -> {
            Ruleset ruleset = loaded.ruleset();
            JsonParser.Parsed parsed = parser.parse(body);
            Facts facts = read(parsed, ruleset);
            String stated = codec.encodeSubmitted(facts);
            Verdict verdict = loaded.evaluator().evaluate(facts);
            if (!loaded.kept()) {
                revisions.keep(ruleset.revision(), loaded.files(), clock.instant());
                loaded.setKept();
            }
            Decision decision = new Decision(
                    ids.get(),
                    sender,
                    reference(ruleset, facts),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    ruleset.revision(),
                    engine,
                    parsed.text(),
                    stated,
                    verdict,
                    codec.encode(verdict),
                    verdict.grounds().stream()
                            .map(ground -> loaded.cell(ground.rule()))
                            .toList());
            return log.append(decision, request).thenCompose(entry -> answer(entry, decision, ruleset));
        });
    }

    private CompletionStage<RecordedDecision> answer(Entry entry, Decision decision, Ruleset ruleset) {
        return entry.decision().revision().equals(ruleset.revision())
                ? CompletableFuture.completedStage(new RecordedDecision(
                        entry, ruleset, !entry.decision().id().equals(decision.id())))
                : earlier.open(entry);
    }

    /**
     * Finds the verdict without recording anything.
     *
     * @throws InvalidApplication if the application cannot be read
     */
    public Assessment assess(byte[] body) {
        return rulesets.withCurrent(loaded -> {
            Facts facts = read(parser.parse(body), loaded.ruleset());
            return new Assessment(
                    reference(loaded.ruleset(), facts), loaded.evaluator().evaluate(facts), loaded.ruleset(), engine);
        });
    }

    private Facts read(JsonParser.Parsed parsed, Ruleset ruleset) {
        if (!parsed.wellFormed()) {
            throw new InvalidApplication(parsed.faults(), false);
        }
        ApplicationReader.Reading reading =
                new ApplicationReader(new FactLayout(ruleset.vocabulary()), mostInstances).read(parsed.value());
        List<Fault> faults = new ArrayList<>(parsed.faults());
        faults.addAll(reading.faults());
        if (!faults.isEmpty()) {
            throw new InvalidApplication(faults, parsed.faults().isEmpty());
        }
        return reading.facts();
    }

    private static String reference(Ruleset ruleset, Facts facts) {
        Fact reference = facts.get(new FactPath(ruleset.policy().reference(), FactPath.ONCE));
        return reference instanceof Fact.Known known ? known.value().toString() : "";
    }
}
