package kz.sheshim.background;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Knows whether callers wait for a decision, or did a moment ago, so that long work lets them go first. */
public final class Callers {
    /** The longest pause before a step of long work. A step takes a twentieth of this time: so slow is long work while callers never stop. */
    private static final long MAX_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    /** The next caller mostly comes soon, and then garbage collection and the reading of case files would delay its decision. */
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long LOOK_AGAIN = TimeUnit.MICROSECONDS.toNanos(200);

    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long lastLeft = System.nanoTime() - MOMENT;

    /** A caller waits from now on. */
    public void arrived() {
        waiting.incrementAndGet();
    }

    /** A caller has its decision, or is refused. */
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
     * To be called by long work before each step of some hundred microseconds at most. Returns at once if no caller waits, or waited within the last
     * {@value #MOMENT} ns; otherwise as soon as that is so, when the thread is interrupted, or after {@value #MAX_PAUSE} ns.
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
