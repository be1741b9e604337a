package kz.sheshim.publication;

import kz.sheshim.vocabulary.Phrase;

/** There is no draft of this id. */
public final class UnknownDraft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Phrase phrase;

    public UnknownDraft(DraftId id) {
        this(Phrase.of("There is no draft {0}.", id));
    }

    public UnknownDraft(DraftId id, int version) {
        this(Phrase.of("The draft {0} has no version {1}.", id, version));
    }

    private UnknownDraft(Phrase phrase) {
        super(phrase.toString());
        this.phrase = phrase;
    }

    /** The message, for any language. */
    public Phrase phrase() {
        return phrase;
    }
}
