package kz.sheshim.log;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.sheshim.log.FeatureCounts.Recorded;

/** Takes the features of decisions that were recorded, some seconds later. One of several services does it at a time. */
public final class TakeFeatures implements AutoCloseable {
    private final FeatureCounts counts;
    private final Function<Recorded, Set<Feature>> features;
    private final Duration pause;
    private final Consumer<String> failure;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "take-features");

    /**
     * @param pause time until it looks for new decisions, or tries again after a failure
     * @param failure told why features cannot be taken, if it is another reason than before
     */
    public TakeFeatures(
            FeatureCounts counts, Function<Recorded, Set<Feature>> features, Duration pause, Consumer<String> failure) {
        this.counts = counts;
        this.features = features;
        this.pause = pause;
        this.failure = failure;
        thread.setDaemon(true);
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
                    more = counts.take(features);
                    reason = "";
                } catch (LogUnavailable away) {
                    // others tell of it
                } catch (RuntimeException failed) {
                    if (!failed.toString().equals(reason)) {
                        reason = failed.toString();
                        failure.accept(reason);
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
