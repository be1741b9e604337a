package kz.sheshim.bulk;

import java.time.Instant;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import org.jspecify.annotations.Nullable;

/**
 * Long work, as all services on one database know it.
 *
 * @param kind what is done; one run of a kind is in progress at a time
 * @param asked what was asked for, as JSON; equal texts ask for the same
 * @param taken how many times in a row a service took it over from one that fell silent, and none got further
 * @param done number of entries, of the service that got furthest
 * @param end the number of the last entry; 0: not known
 * @param mark where it goes on when another service takes it over, as JSON; null: at its beginning
 * @param isCancelled whether somebody asked for its end
 * @param result as JSON; null while it runs, and if it failed
 * @param failure why it could not be finished; null while it runs, and if it has a result
 */
public record Run(
        UUID id,
        String kind,
        String asked,
        Submitter by,
        Instant begun,
        int taken,
        long done,
        long end,
        @Nullable String mark,
        boolean isCancelled,
        @Nullable String result,
        @Nullable String failure) {
    /** Whether it has not ended. */
    public boolean runs() {
        return result == null && failure == null;
    }
}
