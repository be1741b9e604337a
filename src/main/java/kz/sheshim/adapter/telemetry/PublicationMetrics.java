package kz.sheshim.adapter.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import kz.sheshim.log.Publication;
import kz.sheshim.publication.PublicationWatch;
import kz.sheshim.publication.PublicationWatch.Seen;

/** Measures publications, and drafts that wait for an approver. */
@Singleton
public final class PublicationMetrics implements MeterBinder {
    private final PublicationWatch watch;
    private final Clock clock;

    PublicationMetrics(PublicationWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Publication.Way way : Publication.Way.values()) {
            FunctionCounter.builder(
                            "sheshim.publications",
                            watch,
                            watched -> value(seen -> seen.publications().getOrDefault(way, 0L)))
                    .description("Publications in the log")
                    .tag("way", way.code())
                    .register(registry);
        }
        Gauge.builder(
                        "sheshim.publications.unconfirmed",
                        () -> value(seen -> seen.unconfirmed().size()))
                .description("Publications by one person alone that nobody else has confirmed")
                .register(registry);
        Gauge.builder(
                        "sheshim.drafts.proposed",
                        () -> value(seen -> seen.proposed().size()))
                .description("Drafts that wait for an approver")
                .register(registry);
        Gauge.builder("sheshim.drafts.oldest.seconds", () -> value(this::oldest))
                .description("How long the oldest of them waits")
                .register(registry);
    }

    private double oldest(Seen seen) {
        return seen.proposed().stream()
                .min(Comparator.naturalOrder())
                .map(since -> seconds(since))
                .orElse(0.0);
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1_000.0;
    }

    /** Not a number while nothing could be seen. */
    private double value(ToDoubleFunction<Seen> value) {
        return watch.seen().map(value::applyAsDouble).orElse(Double.NaN);
    }
}
