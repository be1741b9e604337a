package kz.sheshim.log;

/** The log cannot go on: what it would sign now contradicts what it signed before, or its key is not the key of the log. The message is for the operator. */
public final class HistoryConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HistoryConflict(String message) {
        super(message);
    }
}
