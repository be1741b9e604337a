package kz.sheshim.log;

import java.util.function.Consumer;

/** The decision log cannot be written or read now. No verdict is given unless it is recorded, so the submitter gets none. */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** For a cause whose message may quote an application. */
    public LogUnavailable(Throwable cause) {
        this(cause.getClass().getName(), cause);
    }

    /**
     * @param reason for the operator; it MUST NOT quote an application
     */
    public LogUnavailable(String reason, Throwable cause) {
        super("the decision log is not available: " + reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    /** Hears of all failures but this one, for work in the background: others tell that the database is away. */
    public static Consumer<Throwable> apart(Consumer<Throwable> failed) {
        return why -> {
            if (!(why instanceof LogUnavailable)) {
                failed.accept(why);
            }
        };
    }
}
