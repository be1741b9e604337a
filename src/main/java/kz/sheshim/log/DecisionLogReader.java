package kz.sheshim.log;

import java.time.LocalDate;
import java.util.Optional;
import kz.sheshim.access.Submitter;
import org.jspecify.annotations.Nullable;

/** Reads the decision log; cannot write. */
public interface DecisionLogReader {

    /**
     * A search; null means any.
     *
     * @param submitter only decisions on applications of this submitter
     * @param reference the submitter's own number of the application, compared exactly
     * @param from first day of {@code filedOn}, inclusive
     * @param to last day of {@code filedOn}, inclusive
     * @param before only entries with a smaller number; for the next page, the last number of this page
     * @param limit maximum number of entries, 1 or more
     */
    record Query(
            @Nullable Submitter submitter,
            @Nullable String reference,
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable EntryNumber before,
            int limit) {}

    /**
     * Finds the decision.
     *
     * @throws CaseErased if its case file was erased
     */
    Optional<Entry> find(DecisionId id);

    /** Finds the decision only if its case file exists and it is on an application of this submitter. */
    Optional<Entry> find(DecisionId id, Submitter submitter);

    /** Newest first. A page MAY hold fewer decisions than the limit, so that its size in memory is bounded; it holds at least one if there is one. */
    DecisionPage list(Query query);

    /**
     * The decision on this request; empty if there is none or its key has been removed.
     *
     * @throws IdempotencyKeyReused if the submitter used the key for another request
     */
    Optional<Entry> find(KeyedRequest request);
}
