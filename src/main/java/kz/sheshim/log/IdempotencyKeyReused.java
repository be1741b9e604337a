package kz.sheshim.log;

/** The submitter already used the idempotency key for another request. Nothing was recorded. */
public final class IdempotencyKeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReused() {
        super("the idempotency key belongs to another request");
    }
}
