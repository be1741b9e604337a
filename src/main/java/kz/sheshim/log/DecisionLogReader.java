package kz.sheshim.log;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.sheshim.access.Submitter;
import org.jspecify.annotations.Nullable;

/** Reads recorded decisions; cannot write. */
public interface DecisionLogReader {

    /**
     * What to look for; null means any.
     *
     * @param sender only what he posted
     * @param reference the sender's number, exactly
     * @param from first day of {@code filedOn}, included
     * @param to last day of {@code filedOn}, included
     * @param before only entries with a smaller number: the last one of the page before
     * @param limit at most so many, 1 or more
     */
    record Query(
            @Nullable Submitter sender,
            @Nullable String reference,
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable EntryNumber before,
            int limit) {}

    Optional<Entry> find(DecisionId id);

    /** Only what this sender posted: a decision of another one is none. */
    Optional<Entry> find(DecisionId id, Submitter sender);

    /** Newest first. */
    List<Entry> list(Query query);

    /**
     * What was decided on this request, as long as its key is kept.
     *
     * @throws IdempotencyKeyReused if the sender used the key for another request
     */
    Optional<Entry> find(KeyedRequest request);
}
