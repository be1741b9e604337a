package kz.sheshim.log.tree;

/** A hash, key, note, checkpoint, proof, tile or policy is not in its format, or does not prove what it should. The message says which and why. */
public final class NotValid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    public NotValid(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
