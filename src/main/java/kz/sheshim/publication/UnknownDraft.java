package kz.sheshim.publication;

/** There is no draft of this id. */
public final class UnknownDraft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DraftId id;

    public UnknownDraft(DraftId id) {
        super("there is no draft " + id);
        this.id = id;
    }

    public DraftId id() {
        return id;
    }
}
