package kz.sheshim.adapter.telemetry;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Accepts the trace ids of an incoming request but ignores its {@code tracestate}, which would be exported with each span. */
@Singleton
@Unremovable
final class TraceStateFilter implements TextMapPropagatorCustomizer {
    private static final String STATE = "tracestate";

    @Override
    public TextMapPropagator customize(Context context) {
        return new WithoutState(context.propagator());
    }

    private record WithoutState(TextMapPropagator whole) implements TextMapPropagator {
        @Override
        public Collection<String> fields() {
            return whole.fields();
        }

        @Override
        public <C> void inject(io.opentelemetry.context.Context trace, @Nullable C carrier, TextMapSetter<C> setter) {
            whole.inject(trace, carrier, setter);
        }

        @Override
        public <C> io.opentelemetry.context.Context extract(
                io.opentelemetry.context.Context trace, @Nullable C carrier, TextMapGetter<C> getter) {
            return whole.extract(trace, carrier, new TextMapGetter<C>() {
                @Override
                public Iterable<String> keys(C from) {
                    return getter.keys(from);
                }

                @Override
                public @Nullable String get(@Nullable C from, String key) {
                    return key.equals(STATE) ? null : getter.get(from, key);
                }
            });
        }
    }
}
