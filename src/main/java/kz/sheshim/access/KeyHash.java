package kz.sheshim.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SHA-256 of an API key, stored instead of the key: 64 hexadecimal digits in lower case. Slow, salted hashes protect passwords, which can be guessed. A
 * key of 256 random bits cannot be guessed, and its hash is computed for each request.
 */
public record KeyHash(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public KeyHash {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits in lower case");
        }
    }

    /** Parses a hash; empty if the text is not a SHA-256. */
    public static Optional<KeyHash> of(String hex) {
        return HEX.matcher(hex).matches() ? Optional.of(new KeyHash(hex)) : Optional.empty();
    }
}
