package kz.sheshim.erasure;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import kz.sheshim.log.CaseSearch;
import kz.sheshim.log.CaseSearch.Unsearchable;
import kz.sheshim.log.LogUnavailable;
import kz.sheshim.log.SearchTerm;

/** Takes case files into the index of the search, in the background: first those that were recorded without terms, then new ones as they come. */
public final class FillSearch implements AutoCloseable {
    /** Tells operators. MUST return at once and MUST NOT fail. */
    public interface Watch {
        void began();

        void done();

        /** Some case files could not be made findable for another reason than before; it is tried again. */
        void notFilled(String reason);
    }

    private static final int AT_ONCE = 20;

    private final CaseSearch search;
    private final Function<Unsearchable, Set<SearchTerm>> terms;
    private final Duration pause;
    private final Watch watch;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean complete;
    private final Thread thread = new Thread(this::run, "fill-search");

    /**
     * @param terms the terms of the personal texts of a case file
     * @param pause time until it looks for new ones, or tries again after a failure
     */
    public FillSearch(CaseSearch search, Function<Unsearchable, Set<SearchTerm>> terms, Duration pause, Watch watch) {
        this.search = search;
        this.terms = terms;
        this.pause = pause;
        this.watch = watch;
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    public void start() {
        complete = search.isComplete();
        if (!complete) {
            watch.began();
        }
        thread.start();
    }

    private void run() {
        try {
            String reason = "";
            while (closed.getCount() > 0) {
                boolean more = false;
                try {
                    more = search.fill(AT_ONCE, terms);
                    if (!complete && search.isComplete()) {
                        complete = true;
                        watch.done();
                    }
                    reason = "";
                } catch (LogUnavailable away) {
                    // others tell of it
                } catch (RuntimeException failed) {
                    String now = failed.toString();
                    if (!now.equals(reason)) {
                        watch.notFilled(now);
                        reason = now;
                    }
                }
                if (!more) {
                    closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
