package kz.sheshim.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How long a verdict may take, and which verdicts are being looked for. Any number of threads. */
public final class TimeLimit {
    private final Duration max;
    private final LongSupplier nanos;
    private final Set<Deadline> running = ConcurrentHashMap.newKeySet();

    /** @param nanos a clock that only goes forward, as {@link System#nanoTime} */
    public TimeLimit(Duration max, LongSupplier nanos) {
        this.max = max;
        this.nanos = nanos;
    }

    Duration max() {
        return max;
    }

    LongSupplier nanos() {
        return nanos;
    }

    void begins(Deadline deadline) {
        running.add(deadline);
    }

    void ends(Deadline deadline) {
        running.remove(deadline);
    }

    /** The number of verdicts that take more than twice the time, which means that they do not end by themselves. */
    public long stuck() {
        return running.stream()
                .filter(deadline -> deadline.passedBy(max.toNanos()))
                .count();
    }
}
