package kz.sheshim.adapter.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import kz.sheshim.adapter.http.edge.HttpSettings;
import kz.sheshim.adapter.http.problem.IdempotencyKeyProblems;
import kz.sheshim.log.IdempotencyKey;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the field {@code Idempotency-Key} of a request (IETF draft-ietf-httpapi-idempotency-key-header-07, section 2.1: a String of RFC 9651,
 * in double quotes). Most clients send a bare UUID, so letters, digits and the marks in {@code BARE} are accepted without
 * quotes too. They are the same key.
 */
@Singleton
public final class IdempotencyKeyHeader {
    static final String NAME = "Idempotency-Key";

    static final String DESCRIPTION =
            "A text of your choice for this application, in double quotes. The same application under the same key gets the same decision.";

    /** The header of an answer that repeats an earlier decision. */
    static final String REPEATED = "X-Idempotent-Replayed";

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9._~:+/=-]+");

    private final boolean required;

    IdempotencyKeyHeader(HttpSettings settings) {
        this.required = settings.requireIdempotencyKey();
    }

    /**
     * The key of a request; null if it has none and needs none.
     *
     * @throws HttpProblem if the key is required and missing, or malformed
     */
    public @Nullable IdempotencyKey of(MultiMap headers) {
        List<String> fields = headers.getAll(NAME);
        if (fields.isEmpty()) {
            if (required) {
                throw IdempotencyKeyProblems.missing();
            }
            return null;
        }
        String key = fields.size() == 1 ? key(fields.get(0).strip()) : null;
        if (key == null || !IdempotencyKey.isKey(key)) {
            throw IdempotencyKeyProblems.malformed();
        }
        return new IdempotencyKey(key);
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
}
