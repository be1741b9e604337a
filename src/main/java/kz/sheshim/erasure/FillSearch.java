package kz.sheshim.erasure;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import kz.sheshim.log.CaseSearch;
import kz.sheshim.log.CaseSearch.Unsearchable;
import kz.sheshim.log.SearchTerm;

/** Makes case files that were recorded without terms findable, in the background, until there are none left. */
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
    private final Thread thread = new Thread(this::run, "fill-search");

    /**
     * @param terms the terms of the personal texts of a case file
     * @param pause time until it is tried again, after a failure or while another service is at work
     */
    public FillSearch(CaseSearch search, Function<Unsearchable, Set<SearchTerm>> terms, Duration pause, Watch watch) {
        this.search = search;
        this.terms = terms;
        this.pause = pause;
        this.watch = watch;
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    /** Begins, if there is anything to do. */
    public void start() {
        if (!search.isComplete()) {
            watch.began();
            thread.start();
        }
    }

    private void run() {
        String reason = "";
        try {
            while (closed.getCount() > 0) {
                try {
                    if (search.isComplete()) {
                        watch.done();
                        return;
                    }
                    if (search.fill(AT_ONCE, terms)) {
                        continue;
                    }
                } catch (RuntimeException failed) {
                    String now = failed.toString();
                    if (!now.equals(reason)) {
                        watch.notFilled(now);
                        reason = now;
                    }
                }
                closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
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
