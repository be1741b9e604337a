package kz.sheshim.adapter.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.sheshim.log.LogOverloaded;
import kz.sheshim.publication.Telemetry;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The threads that decide: as many as there are processors, for more would only take turns. None of them waits for the record; while a decision is written, its
 * thread decides the next one.
 */
@Singleton
final class DecidingThreads {
    private final Vertx vertx;
    private final int mostWaiting;
    private final ThreadPoolExecutor threads;
    private final Telemetry telemetry;

    DecidingThreads(Vertx vertx, HttpSettings settings, Telemetry telemetry) {
        this.vertx = vertx;
        this.mostWaiting = settings.maxWaiting();
        int processors = Runtime.getRuntime().availableProcessors();
        this.threads = new ThreadPoolExecutor(
                processors, processors, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(mostWaiting), work -> {
                    Thread thread = new Thread(work, "deciding");
                    thread.setDaemon(true);
                    return thread;
                });
        this.telemetry = telemetry;
        telemetry.queue("deciding", mostWaiting, this::waiting);
    }

    /**
     * Does the work on one of the threads, and makes the answer where the request came in.
     *
     * @throws LogOverloaded if too many wait already
     */
    <T, R> CompletionStage<R> run(Supplier<CompletionStage<T>> work, Function<T, R> answer) {
        Context request = vertx.getOrCreateContext();
        try {
            Telemetry.Course course = telemetry.begin();
            Object requestId = MDC.get(RequestIds.NAME);
            return CompletableFuture.supplyAsync(() -> on(course, requestId, work), threads)
                    .thenCompose(Function.identity())
                    .whenComplete((result, failure) -> course.ended(failure == null))
                    .thenApplyAsync(answer, toDo -> request.runOnContext(nothing -> toDo.run()));
        } catch (RejectedExecutionException full) {
            throw new LogOverloaded(mostWaiting);
        }
    }

    private static <T> T on(Telemetry.Course course, @Nullable Object requestId, Supplier<T> work) {
        course.started();
        if (requestId != null) {
            MDC.put(RequestIds.NAME, requestId);
        }
        try {
            return work.get();
        } finally {
            MDC.remove(RequestIds.NAME);
            course.decided();
        }
    }

    private int waiting() {
        return threads.getQueue().size();
    }

    /** No further application would be taken in now. */
    boolean full() {
        return threads.getQueue().remainingCapacity() == 0;
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
