package kz.sheshim.background;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Work that is done again and again in a thread of its own, until it is closed. A turn that fails in any way does not end it. */
public final class RepeatedWork implements AutoCloseable {
    /** How long closing waits for the turn that is being taken. */
    private static final Duration END = Duration.ofSeconds(5);

    private final String name;
    private final CountDownLatch closed = new CountDownLatch(1);
    /** What has failed since the last turn that did not. */
    private final Set<Class<?>> failing = new HashSet<>();

    private Thread thread = new Thread();

    /** @param name of the thread */
    public RepeatedWork(String name) {
        this.name = name;
    }

    /**
     * Takes turns from now on; to be called once.
     *
     * @param pause time between two turns
     * @param failed told why a turn failed: each kind of failure once, until a turn succeeds
     */
    public void every(Duration pause, Runnable turn, Consumer<Throwable> failed) {
        whileMore(
                pause,
                () -> {
                    turn.run();
                    return false;
                },
                failed);
    }

    /**
     * The same with turns that say whether there is more to do. Then the next turn follows at once.
     *
     * @param pause time between two turns otherwise, also after a failure
     */
    public synchronized void whileMore(Duration pause, Callable<Boolean> turn, Consumer<Throwable> failed) {
        thread = new Thread(() -> run(pause, turn, failed), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Duration pause, Callable<Boolean> turn, Consumer<Throwable> failed) {
        while (!isClosed()) {
            boolean more = false;
            try {
                more = turn.call();
                failing.clear();
            } catch (Throwable why) {
                tell(why, failed);
            }
            if (!more) {
                await(pause);
            }
        }
    }

    private void tell(Throwable why, Consumer<Throwable> failed) {
        try {
            if (failing.add(why.getClass()) && !isClosed()) { // what it needs is perhaps closed already
                failed.accept(why);
            }
        } catch (Throwable cannotBeTold) {
            // the next turn is taken all the same
        }
    }

    private void await(Duration pause) {
        try {
            var unused = closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException early) {
            // only being closed ends it
        }
    }

    /** Whether no further turn begins. A long turn looks whether it shall end. */
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Returns after the turn that is being taken, unless it takes long. */
    @Override
    public synchronized void close() {
        closed.countDown();
        try {
            thread.join(END.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
