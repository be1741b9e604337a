package kz.sheshim.bulk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import kz.sheshim.background.Callers;
import kz.sheshim.bulk.RecordedApplications.Page;
import kz.sheshim.bulk.RecordedApplications.Range;
import kz.sheshim.bulk.RecordedApplications.Selection;

/** Works through recorded applications page by page, in bounded memory, and lets callers go first. */
final class Pages {
    private static final int AT_ONCE = 250;

    /** A page ends with the decision that reaches it, so that a few long applications take no more memory than many short ones. */
    private static final long BYTES_AT_ONCE = 2_000_000;

    private final RecordedApplications applications;
    private final Callers callers;
    private final int threads;
    private final String name;

    /** @param name of the threads */
    Pages(RecordedApplications applications, Callers callers, int threads, String name) {
        this.applications = applications;
        this.callers = callers;
        this.threads = threads;
        this.name = name;
    }

    /** Takes what came of a page. */
    interface Taker<R> {
        /** @param rest the entries after the page */
        void take(R result, Range rest);
    }

    private record Ahead<R>(Future<R> result, Range rest) {}

    /**
     * Works on each page of a range, several at once, and takes the results in the order of the entries. Interrupting the thread ends it. When it returns or throws, no
     * thread works any more.
     *
     * @param work is interrupted when its result is not needed any more; it calls {@link #goOn} before each application
     */
    <R> void each(Range range, Selection selection, Function<Page, R> work, Taker<R> taker)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Ahead<R>> window = new ArrayDeque<>();
            Range rest = range;
            while (!rest.isEmpty() || !window.isEmpty()) {
                while (!rest.isEmpty() && window.size() < 2 * threads) {
                    callers.goFirst();
                    Page page = applications.page(rest, selection, AT_ONCE, BYTES_AT_ONCE);
                    rest = page.rest();
                    window.add(new Ahead<>(pool.submit(() -> work.apply(page)), rest));
                }
                Ahead<R> first = window.remove();
                taker.take(result(first.result()), first.rest());
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } finally {
            end(pool);
        }
    }

    /** Lets callers go first, and ends work whose result is not needed any more. */
    void goOn() {
        callers.goFirst();
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
