package kz.sheshim.adapter.folder;

import java.time.Duration;
import java.util.function.LongSupplier;
import kz.sheshim.background.RepeatedWork;
import kz.sheshim.publication.PolicySource;
import kz.sheshim.publication.Rulesets;
import org.jboss.logging.Logger;

/**
 * Takes up a change of the policy's folder once nothing in it has changed for some time: a workbook that is still being saved, or the first of two workbooks that
 * change together, is not put in force. Works in a thread of its own, so no request waits for it.
 */
public final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FolderWatch.class);
    private static final Duration LONGEST_INTERVAL = Duration.ofMillis(500);

    private final PolicySource source;
    private final Rulesets rulesets;
    private final Duration quiet;
    private final LongSupplier nanos;
    private final RepeatedWork looking = new RepeatedWork("policy-watch");
    private String seen = "";
    private String taken = "";
    private long changedAt;
    private String told = "";

    /**
     * @param quiet time without a change after which a change counts
     * @param nanos the clock
     */
    public FolderWatch(PolicySource source, Rulesets rulesets, Duration quiet, LongSupplier nanos) {
        this.source = source;
        this.rulesets = rulesets;
        this.quiet = quiet;
        this.nanos = nanos;
        this.changedAt = nanos.getAsLong();
    }

    /** Looks several times a second until it is closed. */
    public void start() {
        long interval = Math.max(1, Math.min(LONGEST_INTERVAL.toMillis(), quiet.toMillis() / 4));
        looking.every(
                Duration.ofMillis(interval),
                this::look,
                failed -> LOG.error(
                        "A change of the workbooks could not be taken up; the next look tries again", failed));
    }

    /** Looks at the folder once. */
    void look() {
        String now = source.stamp();
        if (!now.equals(seen)) {
            seen = now;
            changedAt = nanos.getAsLong();
        }
        if (!seen.equals(taken) && nanos.getAsLong() - changedAt >= quiet.toNanos()) {
            if (rulesets.takeUp()) {
                taken = seen;
            }
            tell();
        }
    }

    /** One log line for each refusal, and one when it is over. */
    private void tell() {
        String refusal = rulesets.refused().map(Throwable::getMessage).orElse("");
        if (refusal.equals(told)) {
            return;
        }
        told = refusal;
        if (refusal.isEmpty()) {
            LOG.infof("in force: revision %s", rulesets.inForce().revision());
        } else {
            LOG.errorf("The changed workbooks cannot be used, so they are not in force:\n%s", refusal);
        }
    }

    @Override
    public void close() {
        looking.close();
    }
}
