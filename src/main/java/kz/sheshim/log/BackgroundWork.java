package kz.sheshim.log;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Work on the log beside the decisions, on a thread of low priority: again at once while there is more, otherwise after a pause. */
public final class BackgroundWork implements AutoCloseable {
    private final BooleanSupplier work;
    private final Duration pause;
    private final Consumer<String> failure;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param name of the thread
     * @param work returns whether there is more to do
     * @param pause time until it looks again, or tries again after a failure
     * @param failure told why it fails, if it is another reason than before; not told that the database is away, of which others tell
     */
    public BackgroundWork(String name, BooleanSupplier work, Duration pause, Consumer<String> failure) {
        this.work = work;
        this.pause = pause;
        this.failure = failure;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            String reason = "";
            while (closed.getCount() > 0) {
                boolean more = false;
                try {
                    more = work.getAsBoolean();
                    reason = "";
                } catch (LogUnavailable away) {
                    // others tell of it
                } catch (RuntimeException failed) {
                    String now = failed.toString();
                    if (!now.equals(reason)) {
                        failure.accept(now);
                        reason = now;
                    }
                }
                if (!more) {
                    closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                }
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
