package kz.sheshim.log;

import kz.sheshim.hash.Sha256;

/**
 * Identifies the body of a request: its SHA-256. A repeated request has the same fingerprint as the first one.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record Fingerprint(String hex) {

    public static Fingerprint of(byte[] body) {
        return new Fingerprint(Sha256.hex(body));
    }
}
