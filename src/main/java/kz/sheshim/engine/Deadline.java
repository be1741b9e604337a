package kz.sheshim.engine;

import org.jspecify.annotations.Nullable;

/** The moment by which a verdict must be found. */
final class Deadline {
    private final @Nullable TimeLimit limit;
    private final long end;

    private Deadline(@Nullable TimeLimit limit, long end) {
        this.limit = limit;
        this.end = end;
    }

    static Deadline of(@Nullable TimeLimit limit) {
        return new Deadline(
                limit,
                limit == null ? 0 : limit.nanos().getAsLong() + limit.max().toNanos());
    }

    /** @throws DecisionTooSlow if the moment has passed */
    void check() {
        if (limit != null && limit.nanos().getAsLong() - end > 0) {
            throw new DecisionTooSlow(limit.max());
        }
    }
}
