package kz.sheshim.adapter.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.delivery.DeliveryLog.Unsettled;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.LogUnavailable;
import org.jspecify.annotations.Nullable;

/** Measures the unsettled deliveries of each destination in the settings. Reads the outbox when metrics are read, but at most every five seconds. */
@Singleton
public final class DeliveryMetrics implements MeterBinder {
    private static final Duration MAX_AGE = Duration.ofSeconds(5);

    private record Reading(Instant at, @Nullable Map<String, Unsettled> unsettled) {}

    private final DeliveryLog deliveries;
    private final Routes routes;
    private final Clock clock;
    private Reading last = new Reading(Instant.MIN, null);

    DeliveryMetrics(DeliveryLog deliveries, Routes routes, Clock clock) {
        this.deliveries = deliveries;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String destination : routes.destinationNames()) {
            gauge(
                    registry,
                    "sheshim.hand.overs.waiting",
                    "Hand-overs that are not yet delivered",
                    destination,
                    Unsettled::waiting);
            gauge(
                    registry,
                    "sheshim.hand.overs.dead",
                    "Hand-overs that are dead letters",
                    destination,
                    Unsettled::dead);
            gauge(
                    registry,
                    "sheshim.hand.overs.oldest.seconds",
                    "Age of the oldest decision with an unsettled hand-over",
                    destination,
                    each -> Duration.between(each.oldest(), clock.instant()).toMillis() / 1_000.0);
        }
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String description,
            String destination,
            ToDoubleFunction<Unsettled> value) {
        Gauge.builder(name, () -> value(destination, value))
                .description(description)
                .tag("destination", destination)
                .register(registry);
    }

    /** Not a number while the outbox cannot be read. */
    private double value(String destination, ToDoubleFunction<Unsettled> value) {
        Map<String, Unsettled> unsettled = read();
        if (unsettled == null) {
            return Double.NaN;
        }
        Unsettled each = unsettled.get(destination);
        return each == null ? 0 : value.applyAsDouble(each);
    }

    private synchronized @Nullable Map<String, Unsettled> read() {
        Instant now = clock.instant();
        if (last.at().isBefore(now.minus(MAX_AGE))) {
            last = new Reading(now, query());
        }
        return last.unsettled();
    }

    private @Nullable Map<String, Unsettled> query() {
        try {
            return deliveries.unsettled().stream()
                    .collect(Collectors.toMap(Unsettled::destination, Function.identity()));
        } catch (LogUnavailable away) {
            return null;
        }
    }
}
