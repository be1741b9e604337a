package kz.sheshim.adapter.telemetry;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Stands for an exception in a log: its class and where it came from, and so for its causes, without their messages. */
final class RedactedException extends Exception {
    private static final long serialVersionUID = 1L;

    private RedactedException(Throwable of) {
        super(of.getClass().getName());
        setStackTrace(of.getStackTrace());
    }

    static Throwable of(Throwable thrown) {
        return of(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Throwable of(Throwable thrown, Set<Throwable> seen) {
        if (thrown instanceof RedactedException) {
            return thrown;
        }
        RedactedException stand = new RedactedException(thrown);
        seen.add(thrown);
        Throwable cause = thrown.getCause();
        if (cause != null && !seen.contains(cause)) {
            stand.initCause(of(cause, seen));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                stand.addSuppressed(of(suppressed, seen));
            }
        }
        return stand;
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
