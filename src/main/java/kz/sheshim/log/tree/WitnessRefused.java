package kz.sheshim.log.tree;

/** A witness did not cosign a checkpoint. */
public final class WitnessRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public WitnessRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why a witness did not cosign. */
    public enum Reason {
        /** The witness has seen a larger tree: the log has lost leaves and must stop. */
        AHEAD,
        /** The witness has seen another history: the log must stop. */
        FORK,
        /** The witness does not know the log or its key, or its answer is not valid. */
        REFUSED,
        /** No answer in time. */
        UNREACHABLE
    }
}
