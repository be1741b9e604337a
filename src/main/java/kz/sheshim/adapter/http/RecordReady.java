package kz.sheshim.adapter.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import kz.sheshim.log.LogHealth;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Ready while an application that came now would be taken in and its decision could be recorded. Everybody may ask, so asking costs the record one look a
 * second at most, and what the database says of itself is for the log alone.
 */
@Readiness
@Singleton
public class RecordReady implements HealthCheck {
    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final BooleanSupplier full;
    private final LogHealth log;
    private final RecordOutage outage;
    private final LongSupplier nanos;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Look last;

    private record Look(long at, boolean works) {}

    @Inject
    RecordReady(DecidingThreads threads, LogHealth log, RecordOutage outage) {
        this(threads::full, log, outage, System::nanoTime);
    }

    /**
     * @param full whether no further application would be taken in
     * @param nanos tells the time
     */
    RecordReady(BooleanSupplier full, LogHealth log, RecordOutage outage, LongSupplier nanos) {
        this.full = full;
        this.log = log;
        this.outage = outage;
        this.nanos = nanos;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> obstacle = obstacle();
        return HealthCheckResponse.named("record")
                .status(obstacle.isEmpty())
                .withData("obstacle", obstacle.orElse("none"))
                .build();
    }

    private Optional<String> obstacle() {
        if (full.getAsBoolean()) {
            return Optional.of("too many applications wait to be decided");
        }
        return works()
                ? Optional.empty()
                : Optional.of("decisions cannot be recorded; the log of the service says why");
    }

    /** While somebody looks, the others are told what was seen before: nobody waits for a database that hangs. */
    private boolean works() {
        Look seen = last;
        boolean fresh = seen != null && nanos.getAsLong() - seen.at() < FRESH;
        if (!fresh && looking.compareAndSet(false, true)) {
            try {
                seen = look();
                last = seen;
            } finally {
                looking.set(false);
            }
        }
        return seen != null && seen.works();
    }

    private Look look() {
        Optional<String> obstacle = log.obstacle();
        obstacle.ifPresentOrElse(outage::failed, outage::worked);
        return new Look(nanos.getAsLong(), obstacle.isEmpty());
    }
}
