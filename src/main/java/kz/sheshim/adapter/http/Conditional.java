package kz.sheshim.adapter.http;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import kz.sheshim.hash.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for what changes with the policy only: with an entity tag (RFC 9110, section 8.8.3), and with 304 and no
 * body if the caller names that tag. Caches may store the answer and must ask each time whether it is still valid.
 *
 * <p>{@code Request.evaluatePreconditions} of RESTEasy Reactive 3.33 is not used: it compares strongly, so {@code W/"x"} never
 * matches {@code "x"}. RFC 9110 (section 13.1.2) asks for the weak comparison, and proxies that compress make tags weak.
 */
final class Conditional {
    private static final int TAG_BYTES = 16;

    private Conditional() {}

    /**
     * An answer to this request.
     *
     * @param view its {@code toString()} must show everything that the answer shows, in the language of the answer
     */
    static Response.ResponseBuilder answer(HttpHeaders headers, Object view) {
        String hash = hash(view.toString());
        boolean known = isIn(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), hash);
        CacheControl ask = new CacheControl();
        ask.setNoCache(true);
        ask.setNoTransform(false);
        return (known ? Response.notModified() : Response.ok(view))
                .tag(new EntityTag(hash))
                .cacheControl(ask);
    }

    /** The weak comparison, which ignores the {@code W/} before a tag. */
    private static boolean isIn(@Nullable String tags, String hash) {
        return tags != null && (tags.strip().equals("*") || tags.contains('"' + hash + '"'));
    }

    private static String hash(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 2 * TAG_BYTES);
    }
}
