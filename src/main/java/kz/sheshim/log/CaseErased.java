package kz.sheshim.log;

/** The case file of the decision was erased; only its entry is left. */
public final class CaseErased extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Erasure erasure;

    public CaseErased(Erasure erasure) {
        super("the case file was erased on " + erasure.at() + ", by entry "
                + erasure.entry().value());
        this.erasure = erasure;
    }

    public Erasure erasure() {
        return erasure;
    }
}
