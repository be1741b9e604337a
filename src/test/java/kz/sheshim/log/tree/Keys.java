package kz.sheshim.log.tree;

import java.util.Arrays;

/** Keys for tests, each from a seed of one repeated byte. */
final class Keys {
    private Keys() {}

    static Signer signer(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Signer.of(Ed25519.keyPair(bytes));
    }

    static NoteSigner log(String origin, int seed) {
        return new NoteSigner(origin, signer(seed));
    }

    static Cosigner witness(String name, int seed) {
        return new Cosigner(name, signer(seed));
    }
}
