package kz.sheshim.adapter.http.health;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kz.sheshim.adapter.http.Deciding;
import kz.sheshim.adapter.http.problem.LogOutage;
import kz.sheshim.log.LogHealth;
import kz.sheshim.vocabulary.Phrase;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Ready while a new application would be accepted and its decision could be recorded. Anybody may ask, so the database is
 * asked at most once a second, and what it answers goes to the log of the service only.
 */
@Readiness
@Singleton
public class LogReady implements HealthCheck {
    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final BooleanSupplier full;
    private final Supplier<Optional<String>> log;
    private final LogOutage outage;
    private final LongSupplier nanos;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Look last;

    private record Look(long at, boolean works) {}

    @Inject
    LogReady(Deciding deciding, LogHealth log, LogOutage outage) {
        this(deciding::isFull, () -> log.obstacle().map(Phrase::toString), outage, System::nanoTime);
    }

    /**
     * @param full whether the next application would be refused
     * @param log why a decision could not be recorded now
     * @param nanos the clock
     */
    LogReady(BooleanSupplier full, Supplier<Optional<String>> log, LogOutage outage, LongSupplier nanos) {
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
            return Optional.of("too many applications are waiting to be decided");
        }
        return works()
                ? Optional.empty()
                : Optional.of("decisions cannot be recorded; the log of the service says why");
    }

    /** While one caller asks the database, the others get its last answer: nobody waits for a database that hangs. */
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
        Optional<String> obstacle = log.get();
        obstacle.ifPresentOrElse(outage::failed, outage::worked);
        return new Look(nanos.getAsLong(), obstacle.isEmpty());
    }
}
