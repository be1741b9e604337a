package kz.sheshim.log;

/** The log cannot be written or read now. There is no verdict without a record, so the caller gets neither. */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogUnavailable(Throwable cause) {
        super("the decision log is not available", cause);
    }
}
