package kz.sheshim.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * 32 random bytes from which the salts of one commitment are made. Whoever has a secret can check the parts that it commits to; without it nobody can guess
 * them from their digests.
 */
public record Secret(byte[] bytes) {
    private static final int LENGTH = 32;
    private static final int SALT_LENGTH = 16;
    private static final String HMAC = "HmacSHA256";

    public Secret {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a secret has " + LENGTH + " bytes, not " + bytes.length);
        }
        bytes = bytes.clone();
    }

    /**
     * @param random unpredictable, such as {@link java.security.SecureRandom}
     */
    public static Secret random(RandomGenerator random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new Secret(bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Makes the salts of parts. Used by one thread. */
    Salts salts() {
        Mac mac = mac();
        return part -> Arrays.copyOf(mac.doFinal(part.getBytes(StandardCharsets.UTF_8)), SALT_LENGTH);
    }

    /** The HMAC-SHA256 of a text. */
    byte[] mac(String text) {
        return mac().doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    /** Gives the salt of a part by its name: the first 16 bytes of the HMAC-SHA256 of the name. */
    interface Salts {
        byte[] of(String part);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Without the bytes, which no log may show. */
    @Override
    public String toString() {
        return "Secret";
    }
}
