package kz.sheshim.adapter.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.sheshim.adapter.http.edge.HttpSettings;
import kz.sheshim.adapter.http.edge.RequestIds;
import kz.sheshim.background.Callers;
import kz.sheshim.decision.DecidingThreads;
import kz.sheshim.publication.Telemetry;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Takes the work of a request to the threads that decide, and its result back. Log lines of the work carry the id of the
 * request, and the answer is made on the event loop of the request.
 */
@Singleton
public final class Deciding {
    private final Vertx vertx;
    private final DecidingThreads threads;

    @Inject
    Deciding(Vertx vertx, HttpSettings settings, Callers callers, Telemetry telemetry) {
        this(vertx, new DecidingThreads(settings.maxWaiting(), callers, telemetry));
    }

    Deciding(Vertx vertx, DecidingThreads threads) {
        this.vertx = vertx;
        this.threads = threads;
    }

    /**
     * Does the work on one of the threads, and then makes the answer on the event loop of the request, where it also completes when the work has failed.
     *
     * @throws kz.sheshim.decision.DecidingOverloaded if too many applications wait already
     */
    public <T, R> CompletionStage<R> run(Supplier<CompletionStage<T>> work, Function<T, R> answer) {
        Context request = vertx.getOrCreateContext();
        Object id = MDC.get(RequestIds.NAME);
        return threads.run(() -> named(id, work))
                .whenCompleteAsync((result, failure) -> {}, toDo -> request.runOnContext(nothing -> toDo.run()))
                .thenApply(answer);
    }

    private static <T> T named(@Nullable Object id, Supplier<T> work) {
        if (id != null) {
            MDC.put(RequestIds.NAME, id);
        }
        try {
            return work.get();
        } finally {
            MDC.remove(RequestIds.NAME);
        }
    }

    /** Whether the next application would be refused. */
    public boolean isFull() {
        return threads.isFull();
    }

    @PreDestroy
    void stop() {
        threads.close();
    }
}
