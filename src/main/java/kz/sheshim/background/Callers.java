package kz.sheshim.background;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Knows whether callers wait for a decision, or did a moment ago, so that long work lets them go first. */
public final class Callers {
    /** Long work goes on after so long however many come: a step takes a twentieth of it, so it keeps a twentieth of its speed. */
    private static final long MAX_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    /** Whoever comes next soon shall find no garbage to be collected, and no page of case files being read. */
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long LOOK_AGAIN = TimeUnit.MICROSECONDS.toNanos(200);

    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long lastLeft = System.nanoTime() - MOMENT;

    /** A caller waits from now on. */
    public void arrived() {
        waiting.incrementAndGet();
    }

    /** He does not wait any more. */
    public void left() {
        lastLeft = System.nanoTime();
        waiting.decrementAndGet();
    }

    public boolean areWaiting() {
        return waiting.get() > 0;
    }

    private boolean areComing() {
        return areWaiting() || System.nanoTime() - lastLeft < MOMENT;
    }

    /**
     * To be called by long work before each step of some hundred microseconds at most. Returns at once if no caller waits or did a moment ago, otherwise when that is
     * so, or the thread is interrupted, or after {@value #MAX_PAUSE} ns.
     */
    public void goFirst() {
        if (!areComing()) {
            return;
        }
        long begun = System.nanoTime();
        while (areComing()
                && System.nanoTime() - begun < MAX_PAUSE
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }
}
