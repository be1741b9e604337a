package kz.sheshim.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import kz.sheshim.hash.Sha256;

/**
 * A part with its salt, in the form of RFC 9901 (SD-JWT), section 4.2.1: base64url of the JSON array of salt, name and value. Whoever has it can compute the
 * digest that the commitment contains.
 */
public record Disclosure(String text) {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    static Disclosure of(Part part, byte[] salt) {
        return new Disclosure(new String(encoded(part, salt), StandardCharsets.US_ASCII));
    }

    private static byte[] encoded(Part part, byte[] salt) {
        byte[] told = told(part);
        byte[] first = BASE64URL.encode(salt);
        return BASE64URL.encode(ByteBuffer.allocate(2 + first.length + told.length)
                .put((byte) '[')
                .put((byte) '"')
                .put(first)
                .put(told)
                .array());
    }

    /** The array behind its salt. */
    private static byte[] told(Part part) {
        byte[] name = Part.quoted(part.name());
        return ByteBuffer.allocate(4 + name.length + part.json().length)
                .put((byte) '"')
                .put((byte) ',')
                .put(name)
                .put((byte) ',')
                .put(part.json())
                .put((byte) ']')
                .array();
    }

    /** The digest of the disclosure of this part: 32 bytes. */
    static byte[] digest(Part part, byte[] salt, MessageDigest sha256) {
        return sha256.digest(encoded(part, salt));
    }

    /** Whether this is the disclosure of the part, whatever its salt. */
    public boolean tells(Part part) {
        byte[] json = Base64.getUrlDecoder().decode(text);
        byte[] told = told(part);
        int from = json.length - told.length;
        return from >= 0 && Arrays.equals(json, from, json.length, told, 0, told.length);
    }

    /** The digest as the commitment's list of digests has it: base64url of the SHA-256 of the text. */
    public String digest() {
        return BASE64URL.encodeToString(Sha256.digest().digest(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
