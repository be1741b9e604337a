package kz.sheshim.adapter.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Labels HTTP metrics with the path of the resource. The path of a request may contain an id or any other text, and a label is kept for ever; so requests
 * that reach no resource are not measured.
 */
@Singleton
@Unremovable
@Priority(Integer.MAX_VALUE)
final class HttpMetricFilter implements MeterFilter {
    private static final String REQUESTS = "http.server.requests";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    /** Labels that Quarkus uses instead of a path. */
    private static final Set<String> UNNAMED = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");

    private final BeanManager beans;
    private volatile @Nullable Set<String> paths;

    HttpMetricFilter(BeanManager beans) {
        this.beans = beans;
    }

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        if (!id.getName().equals(REQUESTS)) {
            return MeterFilterReply.NEUTRAL;
        }
        String path = id.getTag("uri");
        String method = id.getTag("method");
        boolean ours = path != null && (UNNAMED.contains(path) || paths().contains(path));
        return ours && method != null && METHODS.contains(method) ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
    }

    private Set<String> paths() {
        Set<String> known = paths;
        if (known == null) {
            known = new HashSet<>();
            for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
                add(bean.getBeanClass(), known);
            }
            paths = known;
        }
        return known;
    }

    private static void add(Class<?> resource, Set<String> paths) {
        Path root = resource.getAnnotation(Path.class);
        if (root != null) {
            paths.add(joined(root.value(), ""));
            for (Method method : resource.getDeclaredMethods()) {
                Path path = method.getAnnotation(Path.class);
                if (path != null) {
                    paths.add(joined(root.value(), path.value()));
                }
            }
        }
    }

    private static String joined(String root, String path) {
        return ("/" + root + "/" + path).replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }
}
