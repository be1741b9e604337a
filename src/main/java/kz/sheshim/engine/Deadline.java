package kz.sheshim.engine;

import org.jspecify.annotations.Nullable;

/** The moment by which a verdict must be found. Open while the verdict is looked for. */
public final class Deadline implements AutoCloseable {
    /** The moment never comes. */
    public static final Deadline NONE = new Deadline(null, 0);

    private final @Nullable TimeLimit limit;
    private final long end;

    private Deadline(@Nullable TimeLimit limit, long end) {
        this.limit = limit;
        this.end = end;
    }

    static Deadline of(@Nullable TimeLimit limit) {
        if (limit == null) {
            return NONE;
        }
        Deadline deadline =
                new Deadline(limit, limit.nanos().getAsLong() + limit.max().toNanos());
        limit.begins(deadline);
        return deadline;
    }

    /** @throws DecisionTooSlow if the moment has passed */
    public void check() {
        if (limit != null && passedBy(0)) {
            throw new DecisionTooSlow(limit.max());
        }
    }

    /** Whether the deadline passed more than this number of nanoseconds ago. */
    boolean passedBy(long nanos) {
        return limit != null && limit.nanos().getAsLong() - end > nanos;
    }

    @Override
    public void close() {
        if (limit != null) {
            limit.ends(this);
        }
    }
}
