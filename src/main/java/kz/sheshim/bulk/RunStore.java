package kz.sheshim.bulk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.LogUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest {@value #KEPT} runs of each kind for all services on one database. A run in progress belongs to one service, which tells again and again that it
 * works on it. All times are those of the store, so that the clocks of services do not count. Everything throws {@link LogUnavailable} when the database is away.
 */
public interface RunStore {
    int KEPT = 100;

    /**
     * How far a service is with a run.
     *
     * @param mark as in {@link Run#mark}
     */
    record Reached(long done, long end, @Nullable String mark) {}

    /** What a service hears when it tells how far it is. */
    enum Told {
        GO_ON,
        /** Somebody asked for the end of the run. */
        CANCELLED,
        /** The run has ended, or belongs to another service now. */
        GONE
    }

    /**
     * Begins a run, which belongs to {@code service}; if one of its kind is in progress, that one. MUST NOT let two of a kind be in progress, whichever services
     * begin them.
     *
     * @param id of the run, if it begins
     */
    Run begin(UUID id, String kind, String asked, Submitter by, UUID service);

    /**
     * The runs of a kind, newest first.
     *
     * @param after only those that are older than this one, none if it is not kept; null: from the newest on
     */
    List<Run> list(String kind, @Nullable UUID after, int max);

    /** The run of a kind with this id. */
    Optional<Run> find(String kind, UUID id);

    /** Asks for the end of a run; does nothing if it has ended. */
    void cancel(UUID id);

    /** Takes over the run of a kind that was let go, or whose service has been silent for this time, which counts in {@link Run#taken}. MUST NOT give it to two. */
    Optional<Run> take(String kind, UUID service, Duration silence);

    /** Tells how far a service is with its run. Further than any before it, {@link Run#taken} is 0 again. */
    Told tell(UUID id, UUID service, Reached reached);

    /** Lets another service go on with a run from here. Does nothing if it is not in progress at this service. */
    void letGo(UUID id, UUID service, Reached reached);

    /**
     * Ends a run. Does nothing if it is not in progress at this service. Exactly one of {@code result} and {@code failure} is null.
     *
     * @param reached the mark is not kept
     */
    void end(UUID id, UUID service, Reached reached, @Nullable String result, @Nullable String failure);
}
