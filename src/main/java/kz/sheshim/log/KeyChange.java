package kz.sheshim.log;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.sheshim.log.tree.NotValid;
import kz.sheshim.log.tree.NoteSignature;
import kz.sheshim.log.tree.NoteSigner;
import kz.sheshim.log.tree.VerifierKey;
import org.jspecify.annotations.Nullable;

/** The statement that the log has a key from now on. It is signed by that key, and by the key before it. */
public final class KeyChange {
    /** The kind of the statement. */
    public static final String KIND = "sheshim-key/v1";

    private static final String KEY = "key";
    private static final String PREVIOUS_KEY = "previous-key";
    private static final String SIGNATURE = "signature";
    private static final String PREVIOUS_SIGNATURE = "previous-signature";

    private KeyChange() {}

    /**
     * @param before the key that the log had; null for its first key
     */
    public static Statement statement(NoteSigner key, @Nullable NoteSigner before, Instant at) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("at", Moments.text(at));
        lines.put(KEY, key.key().toString());
        if (before != null) {
            lines.put(PREVIOUS_KEY, before.key().toString());
        }
        String signed = Statement.of(KIND, lines).text();
        lines.put(SIGNATURE, signature(key, signed));
        if (before != null) {
            lines.put(PREVIOUS_SIGNATURE, signature(before, signed));
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

    /** The key that the log had before this statement; empty if it had none. */
    public static Optional<VerifierKey> previousKey(Statement statement) {
        return statement.value(PREVIOUS_KEY).map(VerifierKey::parse);
    }

    /**
     * The key that the log has since this statement, if it is signed as it must be.
     *
     * @param before the key that the log had; null if it had none
     * @throws NotValid if the statement does not follow the key before, or is not signed by both keys
     */
    public static VerifierKey verified(Statement statement, @Nullable VerifierKey before) {
        Map<String, String> lines = statement.lines();
        VerifierKey key = VerifierKey.parse(String.valueOf(lines.get(KEY)));
        String previous = lines.get(PREVIOUS_KEY);
        if (!Objects.equals(previous, before == null ? null : before.toString())) {
            throw new NotValid("the key before is " + before + ", not " + previous);
        }
        String signature = lines.remove(SIGNATURE);
        String previousSignature = lines.remove(PREVIOUS_SIGNATURE);
        String signed = Statement.of(KIND, lines).text();
        requireSigned(key, signed, signature);
        if (before != null) {
            requireSigned(before, signed, previousSignature);
        }
        return key;
    }

    private static void requireSigned(VerifierKey key, String text, @Nullable String signature) {
        try {
            byte[] bytes = Base64.getDecoder().decode(String.valueOf(signature));
            if (key.verify(text, new NoteSignature(key.name(), key.id(), bytes))) {
                return;
            }
        } catch (IllegalArgumentException notBase64) {
            // it is not signed
        }
        throw new NotValid("the change is not signed by " + key);
    }
}
