package kz.sheshim.log.tree;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import kz.sheshim.hash.Sha256;

/** A hash of the Merkle tree: 32 bytes, SHA-256 in the manner of RFC 6962, section 2.1. */
public final class Hash {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** The root of the tree without leaves. */
    public static final Hash EMPTY_ROOT = new Hash(Sha256.digest().digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of a leaf with this content. */
    public static Hash leaf(byte[] content) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 0);
        return new Hash(digest.digest(content));
    }

    /** The hash of the node above two others. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** @throws NotValid unless there are 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new NotValid("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** @throws NotValid unless the text is 32 bytes in standard Base64 */
    public static Hash parse(String base64) {
        return of(Strict.base64("a hash", base64));
    }

    static Hash at(byte[] hashes, int position) {
        return new Hash(Arrays.copyOfRange(hashes, position * LENGTH, (position + 1) * LENGTH));
    }

    void copyTo(byte[] hashes, int position) {
        System.arraycopy(bytes, 0, hashes, position * LENGTH, LENGTH);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Standard Base64: 44 characters. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
