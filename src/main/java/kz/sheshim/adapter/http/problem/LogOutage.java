package kz.sheshim.adapter.http.problem;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** Says in the log once that the record does not answer, and why, and once that it does again, however many requests meet with it. */
@Singleton
public final class LogOutage {
    private static final Logger LOG = Logger.getLogger(LogOutage.class);

    /** It is over when nothing failed for so long: some requests may fail while others do not. */
    private static final long QUIET = TimeUnit.SECONDS.toNanos(5);

    /** Words of a server may be others each time. */
    private static final int MOST_REASONS = 8;

    private final LongSupplier nanos;
    private final Set<String> said = new HashSet<>();
    private volatile boolean lasting;
    private long lastFailure;

    @Inject
    LogOutage() {
        this(System::nanoTime);
    }

    /**
     * @param nanos tells the time
     */
    public LogOutage(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * It did not answer now.
     *
     * @param reason MUST NOT quote an application
     */
    public synchronized void failed(String reason) {
        lasting = true;
        lastFailure = nanos.getAsLong();
        if (said.size() < MOST_REASONS && said.add(reason)) {
            LOG.errorf("Decisions cannot be recorded or read: %s", reason);
        }
    }

    /** It answered now. */
    public void worked() {
        if (lasting) {
            end();
        }
    }

    private synchronized void end() {
        if (lasting && nanos.getAsLong() - lastFailure >= QUIET) {
            lasting = false;
            said.clear();
            LOG.info("Decisions can be recorded again");
        }
    }
}
