package kz.sheshim.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kz.sheshim.engine.NoVerdict;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What is made in the background, one after the other; one of each key. What is urgent is made first, and otherwise what was ordered first. What could not be made
 * is remembered until it is cancelled, and made again at the earliest after a pause: most of it would fail again. Any number of threads may ask.
 */
final class Makings<K, P> implements AutoCloseable {
    private final Map<K, Making<P>> makings = new ConcurrentHashMap<>();

    /** What has not begun. */
    private final List<Making<P>> queue = new ArrayList<>();

    private final P waiting;
    private final Duration pause;
    private final Clock clock;
    private final ExecutorService thread;
    private final Consumer<Throwable> failed;

    /**
     * @param name of the thread
     * @param waiting the phase of what has not begun
     * @param pause after which what failed can be made again
     * @param failed told why something could not be made
     */
    Makings(String name, P waiting, Duration pause, Clock clock, Consumer<Throwable> failed) {
        this.waiting = waiting;
        this.pause = pause;
        this.clock = clock;
        this.failed = failed;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            made.setPriority(Thread.MIN_PRIORITY);
            return made;
        });
    }

    /** Makes something; interrupting the thread ends it. */
    interface Work<P> {
        /**
         * @param phase is told what is being done; throws if the work was cancelled meanwhile
         * @throws CancellationException if nobody needs the result any more
         * @return what keeps the result; it is not called if the work was cancelled meanwhile
         */
        Runnable make(Consumer<P> phase) throws InterruptedException;
    }

    private record Failure(Phrase reason, Instant at) {}

    private static final class Making<P> {
        private volatile P phase;
        private volatile @Nullable Failure failure;
        private volatile boolean isCancelled;
        private boolean isUrgent;
        private final FutureTask<Void> task;

        private Making(P waiting, boolean isUrgent, Consumer<Making<P>> run) {
            this.phase = waiting;
            this.isUrgent = isUrgent;
            this.task = new FutureTask<>(() -> run.accept(this), null);
        }

        private void begins(P next) {
            if (isCancelled) {
                throw new CancellationException();
            }
            phase = next;
        }
    }

    /** If it is being made, or could not be made just now, it becomes urgent at most. */
    void begin(K key, boolean isUrgent, Work<P> work) {
        replace(other -> false, key, isUrgent, work);
    }

    /** The same in the place of others, which are cancelled: it waits no longer than they would have. */
    synchronized void replace(Predicate<K> others, K key, boolean isUrgent, Work<P> work) {
        int place = makings.entrySet().stream()
                .filter(each -> others.test(each.getKey()))
                .mapToInt(each -> queue.indexOf(each.getValue()))
                .filter(index -> index >= 0)
                .min()
                .orElse(queue.size());
        cancel(others);
        Making<P> before = makings.get(key);
        if (before != null && !canBeMadeAgain(before)) {
            before.isUrgent |= isUrgent;
            return;
        }
        Making<P> making = new Making<>(waiting, isUrgent, made -> run(key, made, work));
        makings.put(key, making);
        queue.add(place, making);
        thread.execute(this::makeNext);
    }

    private boolean canBeMadeAgain(Making<P> making) {
        Failure failure = making.failure;
        return failure != null && !clock.instant().isBefore(failure.at().plus(pause));
    }

    /** The queue may have become shorter meanwhile. */
    private void makeNext() {
        next().ifPresent(making -> making.task.run());
    }

    private synchronized Optional<Making<P>> next() {
        Optional<Making<P>> next = queue.stream()
                .filter(making -> making.isUrgent)
                .findFirst()
                .or(() -> queue.stream().findFirst());
        next.ifPresent(queue::remove);
        return next;
    }

    private void run(K key, Making<P> making, Work<P> work) {
        try {
            Runnable keep = work.make(making::begins);
            if (!making.isCancelled) {
                keep.run();
            }
            makings.remove(key, making);
        } catch (InterruptedException ended) {
            makings.remove(key, making);
            Thread.currentThread().interrupt();
        } catch (CancellationException notNeeded) {
            makings.remove(key, making);
        } catch (Throwable e) {
            if (!making.isCancelled && !thread.isShutdown()) { // what is ended fails at whatever it waited for
                making.failure = new Failure(NoVerdict.phrase(e), clock.instant());
                failed.accept(e);
            }
        }
    }

    /** Ends those soon, without a result, and forgets that they could not be made. */
    synchronized void cancel(Predicate<K> keys) {
        makings.keySet().stream().filter(keys).toList().forEach(key -> {
            Making<P> making = makings.remove(key);
            if (making != null) {
                making.isCancelled = true;
                queue.remove(making);
                making.task.cancel(true);
            }
        });
    }

    /** What is being done; empty if it is not being made. */
    Optional<P> phase(K key) {
        return Optional.ofNullable(makings.get(key))
                .filter(making -> making.failure == null)
                .map(making -> making.phase);
    }

    /** Why it could not be made; empty if it is being made, or nobody has tried. */
    Optional<Phrase> failure(K key) {
        return Optional.ofNullable(makings.get(key))
                .map(making -> making.failure)
                .map(Failure::reason);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
