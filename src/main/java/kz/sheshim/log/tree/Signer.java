package kz.sheshim.log.tree;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;

/** Signs with a private key that nobody else sees: a key in memory, in a PKCS#11 device or in a key management service. */
public interface Signer {
    /** The raw Ed25519 public key: 32 bytes. */
    byte[] publicKey();

    /**
     * MUST be the Ed25519 signature (RFC 8032, without prehash) over exactly these bytes: 64 bytes.
     *
     * @throws SigningFailed if the key cannot be reached or refuses
     */
    byte[] sign(byte[] message);

    /** Signs with a key in memory. */
    static Signer of(KeyPair keys) {
        byte[] publicKey = Ed25519.raw(keys.getPublic());
        return new Signer() {
            @Override
            public byte[] publicKey() {
                return publicKey.clone();
            }

            @Override
            public byte[] sign(byte[] message) {
                try {
                    Signature signature = Signature.getInstance("Ed25519");
                    signature.initSign(keys.getPrivate());
                    signature.update(message);
                    return signature.sign();
                } catch (GeneralSecurityException e) {
                    throw new SigningFailed("the key did not sign: " + e.getMessage(), e);
                }
            }
        };
    }
}
