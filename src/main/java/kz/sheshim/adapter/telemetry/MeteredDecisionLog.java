package kz.sheshim.adapter.telemetry;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import kz.sheshim.log.Decision;
import kz.sheshim.log.DecisionLog;
import kz.sheshim.log.Entry;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.Seal;
import kz.sheshim.log.SearchTerm;
import kz.sheshim.publication.Telemetry;
import org.jspecify.annotations.Nullable;

/** Counts each verdict once it is recorded. A repeated request, which gets the earlier decision, is not counted again. */
public record MeteredDecisionLog(DecisionLog log, Telemetry telemetry) implements DecisionLog {
    @Override
    public CompletionStage<Entry> append(
            Decision decision, Seal seal, Set<SearchTerm> terms, @Nullable KeyedRequest request) {
        return log.append(decision, seal, terms, request).thenApply(entry -> {
            if (entry.decision().id().equals(decision.id())) {
                telemetry.recorded(decision.verdict());
            }
            return entry;
        });
    }
}
