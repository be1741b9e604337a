package kz.sheshim.adapter.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.time.Duration;
import kz.sheshim.log.Cosigning;
import kz.sheshim.log.Integration;
import kz.sheshim.log.Integrator;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells operators of the tree over the log: its size as a metric, and when it stops a log line, a metric and the readiness. */
@Default
@Readiness
@Singleton
public class TreeWatch implements Integration.Watch, Cosigning.Watch, HealthCheck {
    private static final Logger LOG = Logger.getLogger(TreeWatch.class);

    private volatile long size;
    private volatile Duration waiting = Duration.ZERO;
    private volatile @Nullable String stopped;

    TreeWatch(MeterRegistry registry) {
        Gauge.builder("sheshim.log.tree.size", () -> size)
                .description("Number of entries in the tree of the log")
                .register(registry);
        Gauge.builder("sheshim.log.tree.waiting", () -> waiting.toMillis() / 1000.0)
                .description("How long the oldest entry has waited for its place in the tree")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("sheshim.log.stopped", () -> stopped == null ? 0 : 1)
                .description("1 while the log has stopped")
                .register(registry);
    }

    @Override
    public void grown(Integrator.Step step) {
        size = step.newest().size();
    }

    @Override
    public void stopped(String reason) {
        stopped = reason;
        LOG.errorf("The log has stopped: %s. See \"When the log stops\" in log.md of the documents.", reason);
    }

    @Override
    public void refused(String reason) {
        LOG.warnf("A witness did not cosign the checkpoint: %s", reason);
    }

    @Override
    public void unavailable(String reason) {
        LOG.warnf("Entries of the log could not be taken into the tree and are tried again: %s", reason);
    }

    @Override
    public void waiting(Duration oldest) {
        waiting = oldest;
    }

    @Override
    public void resumed() {
        stopped = null;
        LOG.info("Entries of the log are taken into the tree again");
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log-tree").status(stopped == null).build();
    }
}
