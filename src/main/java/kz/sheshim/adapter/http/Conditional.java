package kz.sheshim.adapter.http;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import kz.sheshim.hash.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Answers what changes with the policy only: with a tag of what it says (RFC 9110, section 8.8.3), and with 304 and nothing else to those who have that already. Caches may keep it and
 * ask each time whether it still holds.
 */
final class Conditional {
    private static final int TAG_BYTES = 16;

    private Conditional() {}

    /**
     * An answer to this request.
     *
     * @param view says in its {@code toString()} all that it says as an answer, in the language of the answer
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

    /** By the weak comparison, which takes no notice of what a cache has put in front of a tag. */
    private static boolean isIn(@Nullable String tags, String hash) {
        return tags != null && (tags.strip().equals("*") || tags.contains('"' + hash + '"'));
    }

    private static String hash(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 2 * TAG_BYTES);
    }
}
