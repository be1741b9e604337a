package kz.sheshim.adapter.http.problem;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** Writes one log line when the decision log stops answering and one when it answers again, however many requests fail. */
@Singleton
public final class LogOutage {
    private static final Logger LOG = Logger.getLogger(LogOutage.class);

    /** An outage is over when nothing has failed for this long: some requests may fail while others succeed. */
    private static final long QUIET = TimeUnit.SECONDS.toNanos(5);

    /** Maximum number of reasons logged per outage: the words of a server may differ each time. */
    private static final int MAX_REASONS = 8;

    private final LongSupplier nanos;
    private final Set<String> said = new HashSet<>();
    private volatile boolean lasting;
    private long lastFailure;

    @Inject
    LogOutage() {
        this(System::nanoTime);
    }

    /**
     * @param nanos the clock
     */
    public LogOutage(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Says that the decision log did not answer.
     *
     * @param reason MUST NOT quote an application
     */
    public synchronized void failed(String reason) {
        lasting = true;
        lastFailure = nanos.getAsLong();
        if (said.size() < MAX_REASONS && said.add(reason)) {
            LOG.errorf("Decisions cannot be recorded or read: %s", reason);
        }
    }

    /** Says that the decision log answered. */
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
