package kz.sheshim.log;

import kz.sheshim.vocabulary.Phrase;

/** The log cannot go on: what it would sign now contradicts what it signed before, or its key is not the key of the log. The message is for the operator. */
public final class HistoryConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    public HistoryConflict(Phrase message) {
        super(message.toString());
        phrase = message;
    }

    /** The message, for any language. */
    public Phrase phrase() {
        return phrase;
    }
}
