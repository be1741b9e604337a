package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;
import kz.sheshim.log.IdempotencyKey;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the field {@code Idempotency-Key} of a request (IETF draft-ietf-httpapi-idempotency-key-header-07, section 2.1: a String of RFC 9651,
 * in double quotes). Most clients send a bare UUID; letters, digits and the marks that such keys are made of are taken without quotes too, as the same key.
 */
@Singleton
final class IdempotencyKeyHeader {
    static final String NAME = "Idempotency-Key";

    static final String DESCRIPTION =
            "What you call this application, in double quotes; who sends it again under the same key gets the same decision";

    /** Stands in an answer that was given before. */
    static final String REPEATED = "X-Idempotent-Replayed";

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9._~:+/=-]+");
    private static final String DRAFT =
            "https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header-07#section-";

    private final boolean required;

    IdempotencyKeyHeader(HttpSettings settings) {
        this.required = settings.requireIdempotencyKey();
    }

    /**
     * The key of a request; null if it has none and need not.
     *
     * @throws HttpProblem if there must be one, or it is none
     */
    @Nullable
    IdempotencyKey of(HttpHeaders headers) {
        List<String> fields = headers.getRequestHeader(NAME);
        if (fields == null || fields.isEmpty()) {
            if (required) {
                throw problem("idempotency-key-missing", 400, "Idempotency-Key is missing", "2.1")
                        .withDetail("This operation is idempotent and requires the header Idempotency-Key:"
                                + " a text of your choice, in double quotes, that no other application gets")
                        .build();
            }
            return null;
        }
        String key = fields.size() == 1 ? key(fields.get(0).strip()) : null;
        if (key == null || !IdempotencyKey.isKey(key)) {
            throw problem("idempotency-key-malformed", 400, "Idempotency-Key cannot be read", "2.1")
                    .withDetail("It must be one text of 1 to " + IdempotencyKey.MAX_LENGTH
                            + " characters of printable ASCII in double quotes")
                    .build();
        }
        return new IdempotencyKey(key);
    }

    static HttpProblem reused() {
        return problem("idempotency-key-reused", 422, "Idempotency-Key is already used", "2.2")
                .withDetail("You sent another application under this key. Nothing was decided."
                        + " Give each application a key of its own.")
                .build();
    }

    private static @Nullable String key(String field) {
        if (BARE.matcher(field).matches()) {
            return field;
        }
        try {
            return Parser.parseItem(field) instanceof StringItem item ? item.get() : null;
        } catch (ParseException e) {
            return null;
        }
    }

    /** The draft asks for a link to what is documented. */
    private static HttpProblem.Builder problem(String type, int status, String title, String section) {
        return Problems.problem(type, status, title).with("documentation", DRAFT + section);
    }
}
