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
import kz.sheshim.delivery.DeliveryLog.Unsettled;
import kz.sheshim.delivery.DeliveryLog;
import kz.sheshim.delivery.Routes;
import kz.sheshim.log.LogUnavailable;
import org.jspecify.annotations.Nullable;

/** Shows how much waits to be handed over to each destination of the settings. The outbox is asked when the metrics are, and not more often than every few seconds. */
@Singleton
public final class DeliveryMetrics implements MeterBinder {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Seen(Instant at, @Nullable Map<String, Unsettled> unsettled) {}

    private final DeliveryLog handOvers;
    private final Routes routes;
    private final Clock clock;
    private Seen seen = new Seen(Instant.MIN, null);

    DeliveryMetrics(DeliveryLog handOvers, Routes routes, Clock clock) {
        this.handOvers = handOvers;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String destination : routes.destinations()) {
            gauge(registry, "sheshim.hand.overs.waiting", "Not yet delivered", destination, Unsettled::waiting);
            gauge(registry, "sheshim.hand.overs.dead", "Dead letters", destination, Unsettled::dead);
            gauge(
                    registry,
                    "sheshim.hand.overs.oldest.seconds",
                    "Since the oldest that is not settled was decided",
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

    /** No number while the outbox cannot be read. */
    private double value(String destination, ToDoubleFunction<Unsettled> value) {
        Map<String, Unsettled> unsettled = look();
        if (unsettled == null) {
            return Double.NaN;
        }
        Unsettled each = unsettled.get(destination);
        return each == null ? 0 : value.applyAsDouble(each);
    }

    private synchronized @Nullable Map<String, Unsettled> look() {
        Instant now = clock.instant();
        if (seen.at().isBefore(now.minus(FRESH))) {
            seen = new Seen(now, read());
        }
        return seen.unsettled();
    }

    private @Nullable Map<String, Unsettled> read() {
        try {
            return handOvers.unsettled().stream()
                    .collect(Collectors.toMap(Unsettled::destination, Function.identity()));
        } catch (LogUnavailable away) {
            return null;
        }
    }
}
