package kz.sheshim.log;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.VerifierKey;
import org.jspecify.annotations.Nullable;

/** The statement that the log has a key from now on. It is signed by that key, and by the key before it. */
public final class KeyChange {
    /** The kind of the statement. */
    public static final String KIND = "sheshim-key/v1";

    private static final String KEY = "key";

    private KeyChange() {}

    /**
     * @param before the key that the log had; null for its first key
     */
    public static Statement statement(NoteSigner key, @Nullable NoteSigner before, Instant at) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("at", Moments.text(at));
        lines.put(KEY, key.key().toString());
        if (before != null) {
            lines.put("previous-key", before.key().toString());
        }
        String signed = Statement.of(KIND, lines).text();
        lines.put("signature", signature(key, signed));
        if (before != null) {
            lines.put("previous-signature", signature(before, signed));
        }
        return Statement.of(KIND, lines);
    }

    private static String signature(NoteSigner key, String text) {
        return Base64.getEncoder().encodeToString(key.sign(text).signature());
    }

    /** The key that the log has since this statement. */
    public static Optional<VerifierKey> key(Statement statement) {
        return statement.value(KEY).map(VerifierKey::parse);
    }
}
