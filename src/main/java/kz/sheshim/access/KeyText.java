package kz.sheshim.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its owner holds it: a prefix that scanners for secrets can look for, 256 random bits in URL-safe Base64, and a checksum of these, by which a mistyped
 * or invented key is told without looking it up.
 */
public final class KeyText {
    /** What every key starts with, and no token of another kind does. */
    public static final String PREFIX = "sheshim_";

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "([A-Za-z0-9_-]{43})_([0-9a-f]{8})");

    private final String text;

    private KeyText(String text) {
        this.text = text;
    }

    /** A new key. */
    public static KeyText random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new KeyText(PREFIX + secret + "_" + checksum(secret));
    }

    /** The key that is written so. */
    public static Optional<KeyText> of(String text) {
        var shape = SHAPE.matcher(text);
        return shape.matches() && shape.group(2).equals(checksum(shape.group(1)))
                ? Optional.of(new KeyText(text))
                : Optional.empty();
    }

    private static String checksum(String secret) {
        CRC32 crc = new CRC32();
        crc.update(secret.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    public KeyHash hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return new KeyHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** To be shown once, to its owner. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
