package kz.sheshim.erasure;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import kz.sheshim.background.RepeatedWork;
import kz.sheshim.erasure.CaseSearch.Unsearchable;
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
    private final Watch watch;
    private final RepeatedWork work = new RepeatedWork("fill-search");
    private final Duration pause;
    private boolean complete;

    /**
     * @param terms the terms of the personal texts of a case file
     * @param pause time until it looks for new ones, or tries again after a failure
     */
    public FillSearch(CaseSearch search, Function<Unsearchable, Set<SearchTerm>> terms, Duration pause, Watch watch) {
        this.search = search;
        this.terms = terms;
        this.watch = watch;
        this.pause = pause;
    }

    public void start() {
        complete = search.isComplete();
        if (!complete) {
            watch.began();
        }
        work.whileMore(pause, this::fill, LogUnavailable.apart(failed -> watch.notFilled(failed.toString())));
    }

    private boolean fill() {
        boolean more = search.fill(AT_ONCE, terms);
        if (!complete && search.isComplete()) {
            complete = true;
            watch.done();
        }
        return more;
    }

    @Override
    public void close() {
        work.close();
    }
}
