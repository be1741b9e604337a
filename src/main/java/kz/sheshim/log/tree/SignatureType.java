package kz.sheshim.log.tree;

/** The kinds of signature that this program makes and checks. Both are Ed25519. */
public enum SignatureType {
    /** A signature over the text of a note (C2SP signed-note, 0x01): what a log signs its checkpoints with. */
    NOTE(0x01),
    /** A cosignature of a checkpoint with the time of signing (C2SP tlog-cosignature, 0x04): what a witness signs with. */
    COSIGNATURE(0x04);

    private final int code;

    SignatureType(int code) {
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }

    static SignatureType of(int code) {
        for (SignatureType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new NotValid(
                "signature type " + code + " is not supported: only Ed25519 (1) and Ed25519 cosignatures (4) are");
    }
}
