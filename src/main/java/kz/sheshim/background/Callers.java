package kz.sheshim.background;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Counts the callers who wait for a decision, so that long work lets them go first. */
public final class Callers {
    /** Long work goes on after so long however many wait: a step takes a tenth of it, so it keeps a tenth of its speed. */
    private static final long MAX_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

    private static final long LOOK_AGAIN = TimeUnit.MICROSECONDS.toNanos(100);

    private final AtomicInteger waiting = new AtomicInteger();

    /** A caller waits from now on. */
    public void arrived() {
        waiting.incrementAndGet();
    }

    /** He does not wait any more. */
    public void left() {
        waiting.decrementAndGet();
    }

    public boolean areWaiting() {
        return waiting.get() > 0;
    }

    /**
     * To be called by long work before each step of some hundred microseconds at most. Returns at once if no caller waits, otherwise when none waits any more, or the
     * thread is interrupted, or after {@value #MAX_PAUSE} ns.
     */
    public void goFirst() {
        if (!areWaiting()) {
            return;
        }
        long begun = System.nanoTime();
        while (areWaiting()
                && System.nanoTime() - begun < MAX_PAUSE
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }
}
