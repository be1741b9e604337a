package kz.sheshim.log.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import kz.sheshim.hash.Sha256;

/** Hashes runs of hashes without an object for each. Not for several threads at once. */
final class Hasher {
    private final MessageDigest digest = Sha256.digest();

    /** The root over these hashes, the last of which may stand for fewer leaves than the others: each level is paired from the left, an odd last one rises. */
    byte[] root(byte[] hashes, int position, int count) {
        byte[] level = Arrays.copyOfRange(hashes, position * Hash.LENGTH, (position + count) * Hash.LENGTH);
        for (int left = count; left > 1; left = (left + 1) / 2) {
            for (int i = 0; i < left / 2; i++) {
                digest.update((byte) 1);
                digest.update(level, 2 * i * Hash.LENGTH, 2 * Hash.LENGTH);
                into(level, i * Hash.LENGTH);
            }
            if (left % 2 == 1) {
                System.arraycopy(level, (left - 1) * Hash.LENGTH, level, left / 2 * Hash.LENGTH, Hash.LENGTH);
            }
        }
        return Arrays.copyOf(level, Hash.LENGTH);
    }

    private void into(byte[] target, int offset) {
        try {
            digest.digest(target, offset, Hash.LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
    }
}
