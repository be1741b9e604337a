package kz.sheshim.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is kept instead of a key: its SHA-256, as 64 hexadecimal digits. A slow, salted hash protects passwords, which can be guessed; a key of 256 random bits
 * cannot be, and the hash is computed for each request.
 */
public record KeyHash(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public KeyHash {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("no SHA-256: it has 64 hexadecimal digits in lower case");
        }
    }

    /** The hash that is written so. */
    public static Optional<KeyHash> of(String hex) {
        return HEX.matcher(hex).matches() ? Optional.of(new KeyHash(hex)) : Optional.empty();
    }
}
