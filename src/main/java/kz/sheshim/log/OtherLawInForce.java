package kz.sheshim.log;

/** Nothing was recorded, because another revision is in force than the one that decided, or that was to be replaced. */
public final class OtherLawInForce extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OtherLawInForce() {
        super("another revision is in force");
    }
}
