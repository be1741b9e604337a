package kz.sheshim.log;

/** The log cannot be written or read now. There is no verdict without a record, so the caller gets neither. */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** For a cause whose own words may quote an application. */
    public LogUnavailable(Throwable cause) {
        this(cause.getClass().getName(), cause);
    }

    /**
     * @param reason what those who look after the service are told; it MUST NOT quote an application
     */
    public LogUnavailable(String reason, Throwable cause) {
        super("the decision log is not available: " + reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
