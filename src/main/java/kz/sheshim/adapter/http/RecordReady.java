package kz.sheshim.adapter.http;

import java.util.Optional;
import kz.sheshim.log.LogState;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while an application that came now would be taken in and its decision could be recorded. */
@Readiness
public class RecordReady implements HealthCheck {
    private final DecidingThreads threads;
    private final LogState log;

    RecordReady(DecidingThreads threads, LogState log) {
        this.threads = threads;
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> obstacle =
                threads.full() ? Optional.of("too many applications wait to be decided") : log.obstacle();
        return HealthCheckResponse.named("record")
                .status(obstacle.isEmpty())
                .withData("obstacle", obstacle.orElse("none"))
                .build();
    }
}
