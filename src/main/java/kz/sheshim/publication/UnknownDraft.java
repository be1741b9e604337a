package kz.sheshim.publication;

/** There is no draft of this id. */
public final class UnknownDraft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownDraft(DraftId id) {
        super("There is no draft " + id + ".");
    }

    public UnknownDraft(DraftId id, int version) {
        super("The draft " + id + " has no version " + version + ".");
    }
}
