package kz.sheshim.adapter.http.health;

import kz.sheshim.engine.TimeLimit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while every decision ends in its time. One that takes more than twice its time keeps a thread for good. */
@Readiness
public class DecidingReady implements HealthCheck {
    private final TimeLimit limit;

    DecidingReady(TimeLimit limit) {
        this.limit = limit;
    }

    @Override
    public HealthCheckResponse call() {
        long stuck = limit.stuck();
        return HealthCheckResponse.named("deciding")
                .status(stuck == 0)
                .withData("stuck", stuck)
                .build();
    }
}
