package kz.sheshim.log;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records nothing while the log cannot prove what it records. */
public record StoppableDecisionLog(DecisionLog log, Supplier<Optional<String>> stopped) implements DecisionLog {
    @Override
    public CompletionStage<Entry> append(
            Decision decision, Seal seal, Set<SearchTerm> terms, @Nullable KeyedRequest request) {
        Optional<String> reason = stopped.get();
        return reason.isPresent()
                ? CompletableFuture.failedStage(new LogUnavailable(
                        "the log has stopped: " + reason.get(), new IllegalStateException(reason.get())))
                : log.append(decision, seal, terms, request);
    }
}
