package kz.sheshim.adapter.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Telemetry;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.Verdict;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts and times what the service does. The labels are codes of the policy and names of our own, so their number does not grow with the number of
 * applications.
 */
@Singleton
public final class ServiceMetrics implements Telemetry {
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(50_000),
        Duration.ofNanos(100_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final DecisionSpans spans;
    private final Timer waiting;
    private final Timer deciding;
    private final Timer recording;
    private final Timer loaded;
    private final Timer notLoaded;
    private final MultiGauge ruleset;
    private final Map<String, Counter> outcomes = new ConcurrentHashMap<>();
    private final Map<String, Counter> grounds = new ConcurrentHashMap<>();

    ServiceMetrics(
            MeterRegistry registry,
            OpenTelemetry traces,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean tracingOff,
            Clock clock) {
        this.registry = registry;
        this.spans = new DecisionSpans(tracingOff, traces, clock);
        this.waiting = timer("sheshim.deciding.wait", "Time that applications waited for a deciding thread");
        this.deciding = timer("sheshim.deciding", "Time to read and decide an application");
        this.recording = timer("sheshim.recording", "Time from the verdict until it was on disk");
        this.loaded = load("in-force");
        this.notLoaded = load("refused");
        this.ruleset = MultiGauge.builder("sheshim.ruleset.info")
                .description("The revision in force")
                .register(registry);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Timer load(String result) {
        return Timer.builder("sheshim.ruleset.load")
                .description("Time to read and compile the workbooks")
                .tag("result", result)
                .register(registry);
    }

    @Override
    public Course begin() {
        return new TimedCourse(System.nanoTime(), spans.begin());
    }

    @Override
    public void recorded(Verdict verdict) {
        counter(outcomes, verdict.outcome(), "sheshim.decisions", "Recorded decisions", "outcome")
                .increment();
        List<Ground> all = verdict.grounds();
        for (int i = 0; i < all.size(); i++) {
            counter(grounds, all.get(i).code(), "sheshim.grounds", "Grounds of recorded decisions", "ground")
                    .increment();
        }
    }

    /** Creates each counter once; the policy has few codes. */
    private Counter counter(Map<String, Counter> known, String code, String name, String description, String label) {
        Counter counter = known.get(code);
        return counter != null
                ? counter
                : known.computeIfAbsent(code, each -> Counter.builder(name)
                        .description(description)
                        .tag(label, each)
                        .register(registry));
    }

    @Override
    public void loaded(Ruleset read, long nanos) {
        loaded.record(nanos, TimeUnit.NANOSECONDS);
        ruleset.register(
                List.of(MultiGauge.Row.of(
                        Tags.of(
                                "policy",
                                read.policy().id(),
                                "revision",
                                read.revision().toString()),
                        1)),
                true);
    }

    @Override
    public void notLoaded(long nanos) {
        notLoaded.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void refusal(BooleanSupplier refused) {
        Gauge.builder("sheshim.ruleset.refused", () -> refused.getAsBoolean() ? 1 : 0)
                .description("1 while changed workbooks cannot be used")
                .register(registry);
    }

    @Override
    public void queue(String name, int max, IntSupplier size) {
        Gauge.builder("sheshim.queue.waiting", size::getAsInt)
                .description("Number of items that wait in the queue")
                .tag("queue", name)
                .register(registry);
        Gauge.builder("sheshim.queue.max", () -> max)
                .description("Maximum number of items that can wait in the queue")
                .tag("queue", name)
                .register(registry);
    }

    /** The stages of one application. Each moment is set by the thread that has the application, and read by the next thread. */
    private final class TimedCourse implements Course {
        private final long begun;
        private final DecisionSpans.Parent parent;
        private long startedAt;
        private long decidedAt;

        TimedCourse(long begun, DecisionSpans.Parent parent) {
            this.begun = begun;
            this.parent = parent;
        }

        @Override
        public void started() {
            startedAt = System.nanoTime();
            waiting.record(startedAt - begun, TimeUnit.NANOSECONDS);
        }

        @Override
        public void decided() {
            decidedAt = System.nanoTime();
            deciding.record(decidedAt - startedAt, TimeUnit.NANOSECONDS);
        }

        @Override
        public void ended(boolean recorded) {
            long endedAt = System.nanoTime();
            if (recorded) {
                recording.record(endedAt - decidedAt, TimeUnit.NANOSECONDS);
            }
            parent.record(begun, startedAt, decidedAt, endedAt);
        }
    }
}
