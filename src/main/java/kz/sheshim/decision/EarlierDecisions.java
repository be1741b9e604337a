package kz.sheshim.decision;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import kz.sheshim.log.DecisionLogReader;
import kz.sheshim.log.Entry;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.publication.Rulesets;

/** Finds what was decided when a request came for the first time. It may have to read the log and an earlier ruleset, so others than those who decide do it. */
public final class EarlierDecisions {
    private final DecisionLogReader log;
    private final Rulesets rulesets;
    private final Executor readers;

    /**
     * @param readers may wait for the database and for a ruleset to be compiled
     */
    public EarlierDecisions(DecisionLogReader log, Rulesets rulesets, Executor readers) {
        this.log = log;
        this.rulesets = rulesets;
        this.readers = readers;
    }

    /** The decision of this entry, by the ruleset of its time. */
    CompletionStage<RecordedDecision> open(Entry entry) {
        return CompletableFuture.supplyAsync(() -> recorded(entry), readers);
    }

    /** The decision on a request that would be refused now, for the ruleset may have changed since; if there is none, it is refused. */
    CompletionStage<RecordedDecision> find(KeyedRequest request, RuntimeException refused) {
        return CompletableFuture.supplyAsync(() -> recorded(log.find(request).orElseThrow(() -> refused)), readers);
    }

    private RecordedDecision recorded(Entry entry) {
        return new RecordedDecision(entry, rulesets.of(entry.decision().revision()), true);
    }
}
