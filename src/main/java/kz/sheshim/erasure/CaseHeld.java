package kz.sheshim.erasure;

/** A legal hold forbids to erase the case file. Nothing was erased. */
public final class CaseHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CaseHeld() {
        super("a legal hold forbids the erasure");
    }
}
