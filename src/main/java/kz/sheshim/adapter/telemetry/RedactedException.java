package kz.sheshim.adapter.telemetry;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Replaces an exception in a log: it has the class names and stacks of the exception and its causes, but no messages. */
final class RedactedException extends Exception {
    private static final long serialVersionUID = 1L;

    private RedactedException(Throwable thrown) {
        super(thrown.getClass().getName());
        setStackTrace(thrown.getStackTrace());
    }

    static Throwable of(Throwable thrown) {
        return of(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Throwable of(Throwable thrown, Set<Throwable> seen) {
        if (thrown instanceof RedactedException) {
            return thrown;
        }
        RedactedException redacted = new RedactedException(thrown);
        seen.add(thrown);
        Throwable cause = thrown.getCause();
        if (cause != null && !seen.contains(cause)) {
            redacted.initCause(of(cause, seen));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                redacted.addSuppressed(of(suppressed, seen));
            }
        }
        return redacted;
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
