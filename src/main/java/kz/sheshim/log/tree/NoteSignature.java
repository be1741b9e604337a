package kz.sheshim.log.tree;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** One signature of a note: the name and the id of the key, and bytes that only the type of the key explains. */
public final class NoteSignature {
    private static final String START = "\u2014 ";

    private final String name;
    private final int keyId;
    private final byte[] signature;

    /** @throws NotValid if this cannot be the name of a key */
    public NoteSignature(String name, int keyId, byte[] signature) {
        this.name = KeyName.checked(name);
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    /** Reads a signature line, without the newline at its end. @throws NotValid unless it is one */
    public static NoteSignature parse(String line) {
        int space = line.indexOf(' ', START.length());
        if (!line.startsWith(START) || space < 0) {
            throw new NotValid("a signature line has the form \"\u2014 name base64\", not " + Strict.quote(line));
        }
        byte[] bytes = Strict.base64("a signature", line.substring(space + 1));
        if (bytes.length <= Integer.BYTES) {
            throw new NotValid("a signature has more than the four bytes of the key id: " + Strict.quote(line));
        }
        return new NoteSignature(
                line.substring(START.length(), space),
                ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    public String name() {
        return name;
    }

    public int keyId() {
        return keyId;
    }

    /** The bytes after the key id. */
    public byte[] signature() {
        return signature.clone();
    }

    /** The signature line, without a newline. */
    public String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return START + name + " " + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    @Override
    public String toString() {
        return line();
    }
}
