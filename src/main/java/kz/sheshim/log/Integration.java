package kz.sheshim.log;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.sheshim.background.RepeatedWork;
import kz.sheshim.log.Integrator.Step;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** Lets the integrator work at an interval as long as the service runs, and tells who waits for an entry that it is in the tree. */
public final class Integration implements AutoCloseable {
    /** Tells operators. MUST return at once and MUST NOT fail. */
    public interface Watch {
        /** The tree has grown. */
        void grown(Step step);

        /** The log has stopped; {@code reason} is for operators and contains nothing of an application. */
        void stopped(String reason);

        /** Entries could not be taken into the tree; the next step tries again. */
        void unavailable(String reason);

        /** How long the oldest entry has waited for its place in the tree; zero if none waits. */
        void waiting(Duration oldest);

        /** The log goes on after it had stopped or the database was away. */
        void resumed();
    }

    /** An entry that waits longer for its place in the tree stops the log: what is recorded could not be proven. */
    static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private final Integrator integrator;
    private final Duration interval;
    private final Watch watch;
    private final Clock clock;
    private final ConcurrentSkipListMap<Long, CompletableFuture<Void>> waiting = new ConcurrentSkipListMap<>();
    private final RepeatedWork steps = new RepeatedWork("log-integrator");
    private boolean failing;
    private volatile @Nullable Phrase stopped = Phrase.of("the log has not been checked since the service was started");
    private volatile @Nullable Phrase stoppedByWitness;
    private volatile boolean isConflicting;
    private volatile @Nullable Step last;

    /** @param clock for the age of the entries that wait */
    public Integration(Integrator integrator, Duration interval, Watch watch, Clock clock) {
        this.integrator = integrator;
        this.interval = interval;
        this.watch = watch;
        this.clock = clock;
    }

    /** Does the first step, and lets a thread do the others: before the log was checked once, nothing is recorded. */
    public void start() {
        if (stoppedByWitness == null) {
            step();
        }
        steps.whileMore(
                interval, () -> stoppedByWitness == null && !step(), failed -> watch.unavailable(failed.toString()));
    }

    /** Why the log has stopped; empty while it works. */
    public Optional<Phrase> stopped() {
        return Optional.ofNullable(stoppedByWitness == null ? stopped : stoppedByWitness);
    }

    /** Whether the log has stopped because the database and what this service has seen or may sign do not belong together. */
    public boolean isConflicting() {
        return isConflicting;
    }

    /** Why a witness has stopped the log; empty if none has. */
    public Optional<Phrase> stoppedByWitness() {
        return Optional.ofNullable(stoppedByWitness);
    }

    /** Stops the log until the service is started again: a witness holds another history. */
    public void stop(String reason) {
        if (stoppedByWitness == null) {
            Phrase why = Phrase.of("a witness holds another history: {0}", reason);
            stoppedByWitness = why;
            watch.stopped(why.toString());
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

    /** Whether nothing more is to be done before the next interval. */
    boolean step() {
        try {
            Optional<Step> step = integrator.step();
            if (step.isPresent() || inTime(Phrase.of("another service has the turn"))) {
                goOn();
            }
            return step.map(this::take).orElse(true);
        } catch (HistoryConflict conflict) {
            stop(conflict);
        } catch (LogUnavailable away) {
            unavailable(away.reason());
        } catch (RuntimeException | Error failed) {
            unavailable(failed.toString());
        }
        return true;
    }

    private void goOn() {
        stopped = null;
        isConflicting = false;
        if (failing) {
            failing = false;
            watch.resumed();
        }
    }

    private void stop(HistoryConflict conflict) {
        Phrase reason = conflict.phrase();
        boolean isNews = !failing || !reason.equals(stopped);
        failing = true;
        isConflicting = true;
        stopped = reason;
        if (isNews) {
            watch.stopped(reason.toString());
        }
    }

    /** Recording goes on for a while. */
    private void unavailable(String reason) {
        if (!failing) {
            failing = true;
            watch.unavailable(reason);
        }
        try {
            inTime(Phrase.of("{0}", reason));
        } catch (LogUnavailable away) {
            // then nothing is recorded either
        }
    }

    /** Whether no entry waits for too long; stops the log otherwise. */
    private boolean inTime(Phrase reason) {
        Duration age = integrator
                .waitingSince()
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
        watch.waiting(age);
        if (age.compareTo(MAX_WAIT) < 0) {
            return true;
        }
        if (stopped == null) {
            failing = true;
            Phrase why = Phrase.of(
                    "entries have waited for more than {0} minutes for their place in the tree: {1}",
                    MAX_WAIT.toMinutes(), reason);
            stopped = why;
            watch.stopped(why.toString());
        }
        return false;
    }

    private boolean take(Step step) {
        Step before = last;
        last = step;
        if (before == null || before.lastEntry() != step.lastEntry()) {
            watch.grown(step);
        }
        watch.waiting(Duration.ZERO);
        var entered = waiting.headMap(step.lastEntry(), true);
        entered.values().forEach(each -> each.complete(null));
        entered.clear();
        return step.complete();
    }

    /** Ends after the step that is being done. */
    @Override
    public void close() {
        steps.close();
    }
}
