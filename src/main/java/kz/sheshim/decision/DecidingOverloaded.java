package kz.sheshim.decision;

/** Too many applications wait for a thread that decides them. Nothing was decided. */
public final class DecidingOverloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DecidingOverloaded(int maxWaiting) {
        super(maxWaiting + " applications are waiting to be decided");
    }
}
