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

/**
 * The threads that decide: as many as there are processors, for more would only take turns. None of them waits for the record; while a decision is written, its
 * thread decides the next one.
 */
@Singleton
final class DecidingThreads {
    private final Vertx vertx;
    private final int mostWaiting;
    private final ThreadPoolExecutor threads;

    DecidingThreads(Vertx vertx, HttpSettings settings) {
        this.vertx = vertx;
        this.mostWaiting = settings.mostWaiting();
        int processors = Runtime.getRuntime().availableProcessors();
        this.threads = new ThreadPoolExecutor(
                processors, processors, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(mostWaiting), work -> {
                    Thread thread = new Thread(work, "deciding");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Does the work on one of the threads, and makes the answer where the request came in.
     *
     * @throws LogOverloaded if too many wait already
     */
    <T, R> CompletionStage<R> run(Supplier<CompletionStage<T>> work, Function<T, R> answer) {
        Context request = vertx.getOrCreateContext();
        try {
            return CompletableFuture.supplyAsync(work, threads)
                    .thenCompose(Function.identity())
                    .thenApplyAsync(answer, toDo -> request.runOnContext(nothing -> toDo.run()));
        } catch (RejectedExecutionException full) {
            throw new LogOverloaded(mostWaiting);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
