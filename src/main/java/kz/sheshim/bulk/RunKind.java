package kz.sheshim.bulk;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kind of long work.
 *
 * @param <Q> what is asked for
 * @param <R> what it comes to
 */
public interface RunKind<Q, R> {
    /** Its name in the database, which MUST NOT change. */
    String name();

    /** What is asked for, as JSON. MUST be equal, in the order of members too, for what is the same work. */
    Map<String, Object> askedJson(Q asked);

    /** Reads what {@link #askedJson} wrote. */
    Q asked(Map<?, ?> json);

    /** What the work came to, as JSON. */
    Map<String, Object> resultJson(R result);

    /** Reads what {@link #resultJson} wrote. */
    R result(Map<?, ?> json);

    /**
     * Does the work. Interrupting the thread ends it, or the next call of {@code progress}, which then throws.
     *
     * @param mark where to go on, as an earlier service has told it; null: at the beginning
     */
    R run(Q asked, @Nullable Map<?, ?> mark, Progress progress) throws InterruptedException;

    /** Is told how far the work is. */
    interface Progress {
        /**
         * @param done number of entries
         * @param end the number of the last entry
         * @param mark where to go on, as JSON; asked now and then, on another thread; gives null if the work can only begin anew
         */
        void at(long done, long end, Supplier<@Nullable Map<String, Object>> mark);
    }
}
