package kz.sheshim.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
        String json =
                "[\"" + BASE64URL.encodeToString(salt) + "\"," + Part.quoted(part.name()) + "," + part.json() + "]";
        return BASE64URL.encode(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of the disclosure of this part: 32 bytes. */
    static byte[] digest(Part part, byte[] salt, MessageDigest sha256) {
        return sha256.digest(encoded(part, salt));
    }

    /** Whether this is the disclosure of the part, whatever its salt. */
    public boolean tells(Part part) {
        String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        return json.endsWith("\"," + Part.quoted(part.name()) + "," + part.json() + "]");
    }

    /** The digest as the commitment's list of digests has it: base64url of the SHA-256 of the text. */
    public String digest() {
        return BASE64URL.encodeToString(Sha256.digest().digest(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
