package kz.sheshim.log.tree;

import java.nio.charset.StandardCharsets;

/** Signs texts as notes (C2SP signed-note, type 0x01). A log signs its checkpoints with it, under its origin as name. */
public final class NoteSigner {
    private final VerifierKey key;
    private final Signer signer;

    /** @throws NotValid if this cannot be the name of a key */
    public NoteSigner(String name, Signer signer) {
        this.key = new VerifierKey(name, SignatureType.NOTE, signer.publicKey());
        this.signer = signer;
    }

    /** Signs with the same private key under another name. */
    public NoteSigner as(String name) {
        return name.equals(key.name()) ? this : new NoteSigner(name, signer);
    }

    /** The key that checks what this signs. */
    public VerifierKey key() {
        return key;
    }

    /** @throws SigningFailed if the key does not sign, or its signature is wrong */
    public NoteSignature sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return confirmed(key, text, new NoteSignature(key.name(), key.id(), signer.sign(message)));
    }

    static NoteSignature confirmed(VerifierKey key, String text, NoteSignature signature) {
        if (!key.verify(text, signature)) {
            throw new SigningFailed("the signature does not match the public key " + key, null);
        }
        return signature;
    }
}
