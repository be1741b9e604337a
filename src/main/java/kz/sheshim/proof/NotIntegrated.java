package kz.sheshim.proof;

/** The entry is recorded but not in the tree yet. It is taken into the tree within a few seconds. */
public final class NotIntegrated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotIntegrated() {
        super("the entry is not in the tree yet");
    }
}
