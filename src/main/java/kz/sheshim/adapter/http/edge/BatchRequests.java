package kz.sheshim.adapter.http.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** Tells batches from other requests. The body of a batch is read line by line while the lines are decided. */
public final class BatchRequests {
    public static final String PATH = "/api/v1/decisions";

    /** The media type of newline-delimited JSON. */
    public static final String LINES = "application/x-ndjson";

    private static final Set<String> PATHS = Set.of(PATH, PATH + "/");

    private BatchRequests() {}

    /** Whether the request is a batch. Nothing of the body of a batch has been read before its resource is called. */
    public static boolean isBatch(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && isLines(type) && PATHS.contains(context.normalizedPath());
    }

    /** In any case, with any parameters (RFC 9110). */
    private static boolean isLines(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().equalsIgnoreCase(LINES);
    }
}
