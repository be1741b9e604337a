package kz.sheshim.adapter.telemetry;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Removes what an application says from the logs of libraries: the message of an exception or a path may quote it. The class and stack of the exception
 * stay, and the request id tells which request it was. Handlers in the settings name this filter {@code discreet}.
 */
@LoggingFilter(name = "discreet")
public final class RedactingLogFilter implements Filter {
    /** The first parameter of its messages is the path and query of the request. */
    private static final String FAILED_REQUESTS = "io.quarkus.vertx.http.runtime.QuarkusErrorHandler";

    private static volatile boolean redacting;

    /** Switches the redaction of exceptions on or off. It is off until applications can arrive: the operator needs the messages of a failed start. */
    static void redact(boolean on) {
        redacting = on;
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        Throwable thrown = record.getThrown();
        if (redacting && thrown != null) {
            record.setThrown(RedactedException.of(thrown));
        }
        Object[] parameters = record.getParameters();
        if (FAILED_REQUESTS.equals(record.getLoggerName()) && parameters != null && parameters.length > 0) {
            Object[] redacted = parameters.clone();
            redacted[0] = "(withheld)";
            record.setParameters(redacted);
        }
        return true;
    }
}
