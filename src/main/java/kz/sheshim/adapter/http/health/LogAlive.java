package kz.sheshim.adapter.http.health;

import jakarta.inject.Singleton;
import kz.sheshim.log.LogHealth;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the writer of the decision log works. A database that is down does not matter here: a restart would not bring it back. */
@Liveness
@Singleton
public class LogAlive implements HealthCheck {
    private final LogHealth log;

    LogAlive(LogHealth log) {
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("writer of the record")
                .status(log.isAlive())
                .build();
    }
}
