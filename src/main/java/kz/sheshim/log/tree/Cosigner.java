package kz.sheshim.log.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Cosigns checkpoints (C2SP tlog-cosignature, type 0x04): the statement of a witness that this was the largest tree of the log it had seen at a time. */
public final class Cosigner {
    private final VerifierKey key;
    private final Signer signer;

    /** @throws NotValid if this cannot be the name of a key */
    public Cosigner(String name, Signer signer) {
        this.key = new VerifierKey(name, SignatureType.COSIGNATURE, signer.publicKey());
        this.signer = signer;
    }

    /** The key that checks what this signs. */
    public VerifierKey key() {
        return key;
    }

    /**
     * @param text of the checkpoint
     * @param time of the statement, to the second
     * @throws SigningFailed if the key does not sign, or its signature is wrong
     */
    public NoteSignature cosign(String text, Instant time) {
        byte[] signed = signer.sign(message(time.getEpochSecond(), text));
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + signed.length)
                .putLong(time.getEpochSecond())
                .put(signed)
                .array();
        return NoteSigner.confirmed(key, text, new NoteSignature(key.name(), key.id(), bytes));
    }

    static byte[] message(long time, String text) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** When a cosignature says it was made. Only a cosignature that was verified says the truth. @throws NotValid if it cannot be a cosignature */
    public static Instant time(NoteSignature cosignature) {
        byte[] bytes = cosignature.signature();
        if (bytes.length != Long.BYTES + Ed25519.SIGNATURE_LENGTH) {
            throw new NotValid("an Ed25519 cosignature has 72 bytes, not " + bytes.length);
        }
        long time = ByteBuffer.wrap(bytes).getLong();
        if (time < 0 || time > Instant.MAX.getEpochSecond()) {
            throw new NotValid("the time of a cosignature is out of range");
        }
        return Instant.ofEpochSecond(time);
    }
}
