package kz.sheshim.log;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import kz.sheshim.log.Integrator.Step;
import org.jspecify.annotations.Nullable;

/** Lets the integrator work at an interval as long as the service runs, and tells who waits for an entry that it is in the tree. */
public final class Integration implements AutoCloseable {
    /** Tells operators. MUST return at once and MUST NOT fail. */
    public interface Watch {
        /** The tree has grown. */
        void grown(Step step);

        /** The log has stopped; {@code reason} is for operators and contains nothing of an application. */
        void stopped(String reason);

        /** The database was not available; the next step tries again. */
        void unavailable(String reason);

        /** The log goes on after it had stopped or the database was away. */
        void resumed();
    }

    private final Integrator integrator;
    private final Duration interval;
    private final Watch watch;
    private final ConcurrentSkipListMap<Long, CompletableFuture<Void>> waiting = new ConcurrentSkipListMap<>();
    private final Thread thread = new Thread(this::run, "log-integrator");
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile @Nullable String stopped;
    private volatile @Nullable String stoppedByWitness;
    private volatile @Nullable Step last;

    public Integration(Integrator integrator, Duration interval, Watch watch) {
        this.integrator = integrator;
        this.interval = interval;
        this.watch = watch;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Why the log has stopped; empty while it works. */
    public Optional<String> stopped() {
        return Optional.ofNullable(stoppedByWitness == null ? stopped : stoppedByWitness);
    }

    /** Stops the log until the service is started again: a witness holds another history. */
    public void stop(String reason) {
        if (stoppedByWitness == null) {
            stoppedByWitness = reason;
            watch.stopped(reason);
        }
    }

    /** Completes when the entry is in the tree; after the time with a {@link TimeoutException}. */
    public CompletionStage<Void> integrated(EntryNumber entry, Duration max) {
        Step step = last;
        if (step != null && step.lastEntry() >= entry.value()) {
            return CompletableFuture.completedStage(null);
        }
        CompletableFuture<Void> entered = waiting.computeIfAbsent(entry.value(), each -> new CompletableFuture<>());
        return entered.copy().orTimeout(max.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Lets the log go on although the database does not continue the checkpoint that this service has seen. Whether there was such a conflict; empty if another
     * service is at work at this moment.
     */
    public Optional<Boolean> resume() {
        return integrator.resume();
    }

    private void run() {
        boolean failing = false;
        while (!closed.isDone()) {
            boolean complete = true;
            if (stoppedByWitness != null) {
                pause();
                continue;
            }
            try {
                Optional<Step> step = integrator.step();
                if (failing) {
                    failing = false;
                    stopped = null;
                    watch.resumed();
                }
                complete = step.map(this::take).orElse(true);
            } catch (HistoryConflict conflict) {
                String reason = String.valueOf(conflict.getMessage());
                report(!reason.equals(stopped), watch::stopped, reason);
                stopped = reason;
                failing = true;
            } catch (LogUnavailable away) {
                report(!failing, watch::unavailable, away.reason());
                failing = true;
            } catch (RuntimeException failed) {
                report(!failing, watch::unavailable, failed.toString());
                failing = true;
            }
            if (complete) {
                pause();
            }
        }
    }

    private static void report(boolean isNews, Consumer<String> to, String reason) {
        if (isNews) {
            to.accept(reason);
        }
    }

    private boolean take(Step step) {
        Step before = last;
        last = step;
        if (before == null || before.lastEntry() != step.lastEntry()) {
            watch.grown(step);
        }
        var entered = waiting.headMap(step.lastEntry(), true);
        entered.values().forEach(each -> each.complete(null));
        entered.clear();
        return step.complete();
    }

    private void pause() {
        try {
            closed.get(interval.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            closed.complete(null);
        } catch (ExecutionException | TimeoutException next) {
            // the interval has passed
        }
    }

    /** Ends after the step that is being done. */
    @Override
    public void close() {
        closed.complete(null);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
