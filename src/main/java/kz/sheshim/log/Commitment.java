package kz.sheshim.log;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import kz.sheshim.hash.Sha256;

/**
 * Binds a record to its parts without telling them: the SHA-256 of the sorted digests of their disclosures.
 *
 * @param base64 32 bytes
 */
public record Commitment(String base64) {

    /** Commits to these parts under the secret. */
    public static Commitment to(Collection<Part> parts, Secret secret) {
        MessageDigest sha256 = Sha256.digest();
        Secret.Salts salts = secret.salts();
        List<byte[]> digests = new ArrayList<>(parts.size());
        for (Part part : parts) {
            digests.add(Disclosure.digest(part, salts.of(part.name()), sha256));
        }
        return of(digests);
    }

    /**
     * The commitment that has these digests, in any order.
     *
     * @param digests 32 bytes each, in base64url
     * @throws IllegalArgumentException if one is not base64url
     */
    public static Commitment ofDigests(Collection<String> digests) {
        return of(digests.stream().map(Base64.getUrlDecoder()::decode).toList());
    }

    private static Commitment of(Collection<byte[]> digests) {
        List<byte[]> sorted = new ArrayList<>(digests);
        sorted.sort(Arrays::compareUnsigned);
        MessageDigest sha256 = Sha256.digest();
        sorted.forEach(sha256::update);
        return new Commitment(Base64.getEncoder().encodeToString(sha256.digest()));
    }

    /** What discloses these parts, in their order. */
    public static List<Disclosure> disclosures(Collection<Part> parts, Secret secret) {
        Secret.Salts salts = secret.salts();
        return parts.stream()
                .map(part -> Disclosure.of(part, salts.of(part.name())))
                .toList();
    }
}
