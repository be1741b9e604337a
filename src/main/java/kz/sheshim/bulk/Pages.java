package kz.sheshim.bulk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        void take(R result, List<Recorded> page, long last);
    }

    private record Working<R>(List<Recorded> page, CompletableFuture<R> result) {}

    /**
     * Works on each page, several at once, and takes the results in the order of the entries. Interrupting the thread ends it.
     *
     * @param begin is called with each page first, in the thread of the caller, and returns the work on it
     */
    <R> void each(Selection selection, Function<List<Recorded>, Function<List<Recorded>, R>> begin, Taker<R> taker)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, name);
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
                        entry = last(page);
                        Function<List<Recorded>, R> work = begin.apply(page);
                        window.add(new Working<>(page, CompletableFuture.supplyAsync(() -> work.apply(page), pool)));
                    }
                }
                if (!window.isEmpty()) {
                    Working<R> oldest = window.remove();
                    taker.take(oldest.result().join(), oldest.page(), last(oldest.page()));
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static long last(List<Recorded> page) {
        return page.get(page.size() - 1).entry();
    }
}
