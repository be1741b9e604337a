package kz.sheshim.publication;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kz.sheshim.engine.NoVerdict;
import org.jspecify.annotations.Nullable;

/**
 * What is made in the background, one after the other; one of each key. What could not be made is remembered until it is cancelled: it would fail again. Any
 * number of threads may ask.
 */
final class Makings<K, P> implements AutoCloseable {
    private final Map<K, Making<P>> makings = new ConcurrentHashMap<>();
    private final P waiting;
    private final ExecutorService thread;
    private final Consumer<Throwable> failed;

    /**
     * @param name of the thread
     * @param waiting the phase of what has not begun
     * @param failed told why something could not be made
     */
    Makings(String name, P waiting, Consumer<Throwable> failed) {
        this.waiting = waiting;
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
         * @return what keeps the result; it is not called if the work was cancelled meanwhile
         */
        Runnable make(Consumer<P> phase) throws InterruptedException;
    }

    private static final class Making<P> {
        private volatile P phase;
        private volatile @Nullable String failure;
        private volatile boolean isCancelled;
        private @Nullable Future<?> future;

        private Making(P waiting) {
            this.phase = waiting;
        }

        private void begins(P next) {
            if (isCancelled) {
                throw new CancellationException();
            }
            phase = next;
        }
    }

    /** Does nothing if it is being made, or could not be made. */
    synchronized void begin(K key, Work<P> work) {
        Making<P> making = new Making<>(waiting);
        if (makings.putIfAbsent(key, making) == null) {
            making.future = thread.submit(() -> run(key, making, work));
        }
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
        } catch (Throwable e) {
            if (!making.isCancelled && !thread.isShutdown()) { // what is ended fails at whatever it waited for
                making.failure = NoVerdict.reason(e);
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
                Future<?> future = making.future;
                if (future != null) {
                    future.cancel(true);
                }
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
    Optional<String> failure(K key) {
        return Optional.ofNullable(makings.get(key)).map(making -> making.failure);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
