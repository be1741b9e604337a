package kz.sheshim.log.tree;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.hash.Sha256;

/** A public key that checks signatures of notes, with its name and the type of its signatures: a "vkey" of C2SP signed-note. */
public final class VerifierKey {
    private static final Pattern FORM = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(.+)", Pattern.DOTALL);
    private static final int TIME_LENGTH = Long.BYTES;

    private final String name;
    private final SignatureType type;
    private final byte[] publicKey;
    private final int id;

    /**
     * @param name of the log (its origin) or of the witness
     * @param publicKey raw Ed25519 key: 32 bytes
     * @throws NotValid if the name cannot be a key's or the key nobody's
     */
    public VerifierKey(String name, SignatureType type, byte[] publicKey) {
        if (!Ed25519.isKey(publicKey)) {
            throw new NotValid("an Ed25519 public key has 32 bytes and is not a point of low order");
        }
        this.name = KeyName.checked(name);
        this.type = type;
        this.publicKey = publicKey.clone();
        MessageDigest digest = Sha256.digest();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        this.id = ByteBuffer.wrap(digest.digest(material())).getInt();
    }

    /** Reads {@code name+id+base64}. @throws NotValid unless it is a key of a type that is supported and the id is the one of this name and key */
    public static VerifierKey parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new NotValid("a verifier key has the form name+id+base64 with an id of 8 hexadecimal digits, not "
                    + Strict.quote(text));
        }
        byte[] material = Strict.base64("the third part of a verifier key", matcher.group(3));
        if (material.length == 0) {
            throw new NotValid("the third part of a verifier key must not be empty");
        }
        SignatureType type = SignatureType.of(material[0] & 0xff);
        VerifierKey key = new VerifierKey(matcher.group(1), type, Arrays.copyOfRange(material, 1, material.length));
        if (!key.hexId().equals(matcher.group(2))) {
            throw new NotValid("the id of " + Strict.quote(text) + " must be " + key.hexId());
        }
        return key;
    }

    public String name() {
        return name;
    }

    public SignatureType type() {
        return type;
    }

    /** The raw Ed25519 key: 32 bytes. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** The first four bytes of a hash over name, type and key. Identifies the key together with the name; it is no proof of anything. */
    public int id() {
        return id;
    }

    /** The id as 8 hexadecimal digits. */
    public String hexId() {
        return HexFormat.of().toHexDigits(id);
    }

    /** Whether the signature carries the name and the id of this key. It may be forged nevertheless. */
    public boolean made(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /** Whether the signature over the text of a note was made with this key. */
    public boolean verify(String text, NoteSignature signature) {
        byte[] bytes = signature.signature();
        if (type == SignatureType.NOTE) {
            return made(signature) && Ed25519.verify(publicKey, text.getBytes(StandardCharsets.UTF_8), bytes);
        }
        if (!made(signature) || bytes.length != TIME_LENGTH + Ed25519.SIGNATURE_LENGTH) {
            return false;
        }
        long time = ByteBuffer.wrap(bytes).getLong();
        return time >= 0
                && Ed25519.verify(
                        publicKey, Cosigner.message(time, text), Arrays.copyOfRange(bytes, TIME_LENGTH, bytes.length));
    }

    boolean hasSameKeyAs(VerifierKey other) {
        return Arrays.equals(publicKey, other.publicKey);
    }

    private byte[] material() {
        ByteArrayOutputStream material = new ByteArrayOutputStream();
        material.write(type.code());
        material.writeBytes(publicKey);
        return material.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && toString().equals(key.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** {@code name+id+base64}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(material());
    }
}
