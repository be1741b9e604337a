package kz.sheshim.adapter.http.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request an id, which its answer and all its log lines carry. An id of the caller is used only if it looks
 * random: a careless caller may send the number of an application or of a person.
 */
@Singleton
public final class RequestIds {
    public static final String NAME = "requestId";
    private static final String HEADER = "X-Request-Id";

    /** A UUID, a ULID, or at least 32 hexadecimal digits. */
    private static final Pattern RANDOM = Pattern.compile(
            "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|[0-7][0-9A-HJKMNP-TV-Z]{25}|\\p{XDigit}{32,64}");

    /** W3C Trace Context. */
    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    void begin(@Observes Filters filters) {
        filters.register(RequestIds::name, Stage.REQUEST_ID.priority());
    }

    private static void name(RoutingContext context) {
        String id = id(context.request());
        context.response().putHeader(HEADER, id);
        MDC.put(NAME, id);
        context.next();
    }

    private static String id(HttpServerRequest request) {
        String id = request.getHeader(HEADER);
        if (id != null && RANDOM.matcher(id).matches()) {
            return id;
        }
        String trace = trace(request.getHeader("traceparent"));
        return trace != null ? trace : made();
    }

    private static @Nullable String trace(@Nullable String parent) {
        if (parent == null) {
            return null;
        }
        Matcher matcher = TRACE_PARENT.matcher(parent);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** A random UUID. It must be unique, not secret. */
    private static String made() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 1L << 63).toString();
    }
}
