package kz.sheshim.bulk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.bulk.RecordedApplications.Selection;

/** Works through recorded applications page by page, in bounded memory, with threads of low priority. */
final class Pages {
    private static final int AT_ONCE = 250;

    private final RecordedApplications applications;
    private final int threads;
    private final String name;

    /** @param name of the threads */
    Pages(RecordedApplications applications, int threads, String name) {
        this.applications = applications;
        this.threads = threads;
        this.name = name;
    }

    /** Takes what came of a page. */
    interface Taker<R> {
        /** @param last the number of the last entry of the page */
        void take(R result, long last);
    }

    private record Working<R>(long last, Future<R> result) {}

    /**
     * Works on each page, several at once, and takes the results in the order of the entries. Interrupting the thread ends it. When it returns or throws, no
     * thread works any more.
     *
     * @param work is interrupted when its result is not needed any more; it looks by {@link #goOn}
     */
    <R> void each(Selection selection, Function<List<Recorded>, R> work, Taker<R> taker) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
        try {
            Deque<Working<R>> window = new ArrayDeque<>();
            long entry = applications.before(selection);
            boolean isEnd = false;
            while (!isEnd || !window.isEmpty()) {
                while (!isEnd && window.size() < 2 * threads) {
                    List<Recorded> page = applications.after(entry, selection, AT_ONCE);
                    isEnd = page.isEmpty();
                    if (!isEnd) {
                        entry = page.get(page.size() - 1).entry();
                        window.add(new Working<>(entry, pool.submit(() -> work.apply(page))));
                    }
                }
                if (!window.isEmpty()) {
                    Working<R> oldest = window.remove();
                    taker.take(result(oldest.result()), oldest.last());
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } finally {
            end(pool);
        }
    }

    /** Ends work whose result is not needed any more. */
    static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }

    /** What failed in a thread of the pool fails here as it is. */
    private static <R> R result(Future<R> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failed.getCause();
        }
    }

    /** Whatever its threads use may be closed only after them. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        boolean hasEnded = false;
        boolean isInterrupted = false;
        while (!hasEnded) {
            try {
                hasEnded = pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException later) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
