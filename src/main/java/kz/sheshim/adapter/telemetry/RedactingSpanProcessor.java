package kz.sheshim.adapter.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Removes what an application says from spans. Of the text attributes that a library sets when a request begins, only those stay that cannot quote the
 * request: paths contain ids, queries contain references, and headers can contain anything.
 */
@Singleton
@Unremovable
final class RedactingSpanProcessor implements SpanProcessor {
    private static final String WITHHELD = "(withheld)";
    private static final Set<String> HARMLESS = Set.of(
            "http.request.method", "url.scheme", "network.protocol.name", "network.protocol.version", "thread.name");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (AttributeKey<?> key : span.getAttributes().asMap().keySet()) {
            if (key.getType() == AttributeType.STRING && !HARMLESS.contains(key.getKey())) {
                span.setAttribute(key.getKey(), WITHHELD);
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // attributes set later come from our own code
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
