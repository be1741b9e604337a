package kz.sheshim.decision;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.sheshim.background.Callers;
import kz.sheshim.publication.Telemetry;

/**
 * The threads that decide applications: one for each processor, because more would only take turns. No thread waits for
 * the log: while a decision is being recorded, its thread decides the next application.
 */
public final class DecidingThreads implements AutoCloseable {
    private final int maxWaiting;
    private final ThreadPoolExecutor threads;
    private final Callers callers;
    private final Telemetry telemetry;

    /**
     * Starts no thread before there is work.
     *
     * @param maxWaiting maximum number of applications that wait for a thread
     * @param callers counts an application from its arrival until it is recorded or refused
     */
    public DecidingThreads(int maxWaiting, Callers callers, Telemetry telemetry) {
        this.maxWaiting = maxWaiting;
        this.callers = callers;
        this.telemetry = telemetry;
        int processors = Runtime.getRuntime().availableProcessors();
        this.threads = new ThreadPoolExecutor(
                processors, processors, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(maxWaiting), work -> {
                    Thread thread = new Thread(work, "deciding");
                    thread.setDaemon(true);
                    return thread;
                });
        telemetry.queue("deciding", maxWaiting, this::waiting);
    }

    /**
     * Does the work on one of the threads. The result completes on whichever thread completes the work.
     *
     * @throws DecidingOverloaded if {@code maxWaiting} applications wait already
     */
    public <T> CompletionStage<T> run(Supplier<CompletionStage<T>> work) {
        try {
            Telemetry.Course course = telemetry.begin();
            callers.arrived();
            return CompletableFuture.supplyAsync(() -> on(course, work), threads)
                    .thenCompose(Function.identity())
                    .whenComplete((result, failure) -> {
                        callers.left();
                        course.ended(failure == null);
                    });
        } catch (RejectedExecutionException full) {
            callers.left();
            throw new DecidingOverloaded(maxWaiting);
        }
    }

    private static <T> T on(Telemetry.Course course, Supplier<T> work) {
        course.started();
        try {
            return work.get();
        } finally {
            course.decided();
        }
    }

    private int waiting() {
        return threads.getQueue().size();
    }

    /** Whether the next application would be refused. */
    public boolean isFull() {
        return threads.getQueue().remainingCapacity() == 0;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
