package kz.sheshim.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import kz.sheshim.hash.Sha256;

/**
 * An API key as its submitter holds it: a prefix that secret scanners can find, 256 random bits in URL-safe Base64, and a checksum. The checksum shows a
 * mistyped key without a look-up.
 */
public final class KeyText {
    /** Every key starts with this prefix; no other token does. */
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

    /** Parses a key; empty if the text is not a key. */
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
        return new KeyHash(Sha256.hex(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The secret text, to be shown only once, to the submitter. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
