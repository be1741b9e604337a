package kz.sheshim.finding;

/** Thrown by a collector of findings to whoever reports them, when it takes no more. */
public final class EnoughFindings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EnoughFindings() {
        super("enough findings", null, false, false);
    }
}
