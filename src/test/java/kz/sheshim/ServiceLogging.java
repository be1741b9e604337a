package kz.sheshim;

import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;

/**
 * Logging as the service has it: from INFO up. Without it the log manager of Quarkus waits for a service that never starts, and keeps everything down to TRACE until then, which
 * multiplies the time of libraries that trace often (Drools for each row, KIE DMN).
 */
public final class ServiceLogging {
    private ServiceLogging() {}

    public static void use() {
        LogContext.getLogContext().getLogger("").setLevel(Level.INFO);
    }
}
