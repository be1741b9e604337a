package kz.sheshim.log;

/** The sender used the key for another request before. Nothing was recorded. */
public final class IdempotencyKeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReused() {
        super("the key belongs to another request");
    }
}
