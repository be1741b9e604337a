package kz.sheshim.adapter.telemetry;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps quiet about applications in what libraries log: an exception's message may quote what somebody sent, and so may a path. What is left says where and what kind, and the
 * request id says which request.
 */
@LoggingFilter(name = "discreet")
public final class RedactingLogFilter implements Filter {
    /** Its messages begin with the path and the query as they were asked for. */
    private static final String FAILED_REQUESTS = "io.quarkus.vertx.http.runtime.QuarkusErrorHandler";

    private static volatile boolean serving;

    /** From now on applications may arrive; what was said of a start that fails is needed as it is. */
    static void serve(boolean now) {
        serving = now;
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        Throwable thrown = record.getThrown();
        if (serving && thrown != null) {
            record.setThrown(RedactedException.of(thrown));
        }
        Object[] parameters = record.getParameters();
        if (FAILED_REQUESTS.equals(record.getLoggerName()) && parameters != null && parameters.length > 0) {
            Object[] discreet = parameters.clone();
            discreet[0] = "(withheld)";
            record.setParameters(discreet);
        }
        return true;
    }
}
