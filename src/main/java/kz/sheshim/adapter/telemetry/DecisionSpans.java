package kz.sheshim.adapter.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Creates the spans of an application below the span of its request: wait, decide, record. They hold times and nothing else. */
final class DecisionSpans {

    /** The request of an application. */
    interface Parent {

        /** Records the spans of an application that has just ended, from moments of {@link System#nanoTime()}. */
        void record(long begun, long started, long decided, long ended);
    }

    private static final Parent UNTRACED = (begun, started, decided, ended) -> {};

    private final boolean off;
    private final Tracer tracer;
    private final Clock clock;

    DecisionSpans(boolean off, OpenTelemetry traces, Clock clock) {
        this.off = off;
        this.tracer = traces.getTracer("sheshim");
        this.clock = clock;
    }

    Parent begin() {
        if (off) {
            return UNTRACED;
        }
        Context request = Context.current();
        if (!Span.fromContext(request).getSpanContext().isSampled()) {
            return UNTRACED;
        }
        return (begun, started, decided, ended) -> {
            Instant now = clock.instant();
            long end = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            span(request, "wait", end - (ended - begun), end - (ended - started));
            span(request, "decide", end - (ended - started), end - (ended - decided));
            span(request, "record", end - (ended - decided), end);
        };
    }

    private void span(Context request, String name, long from, long to) {
        tracer.spanBuilder(name)
                .setParent(request)
                .setStartTimestamp(from, TimeUnit.NANOSECONDS)
                .startSpan()
                .end(to, TimeUnit.NANOSECONDS);
    }
}
