package kz.sheshim.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.sheshim.access.Submitter;
import kz.sheshim.policy.Revision;
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
     * @param decidedFrom the moment of the decision, inclusive
     * @param decidedUntil the moment of the decision, exclusive
     * @param features all of them; a decision has them some seconds after it was recorded, and, except outcome and grounds, until its case file is erased
     * @param before only entries with a smaller number; for the next page, the last number of this page
     * @param limit maximum number of entries, 1 or more
     * @param revision only decisions by this revision
     */
    record Query(
            @Nullable Submitter submitter,
            @Nullable String reference,
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant decidedFrom,
            @Nullable Instant decidedUntil,
            Set<Feature> features,
            @Nullable EntryNumber before,
            int limit,
            @Nullable Revision revision) {
        public Query {
            features = Set.copyOf(features);
        }

        /** The newest decisions before an entry. */
        public static Query newest(@Nullable EntryNumber before, int limit) {
            return new Query(null, null, null, null, null, null, null, null, Set.of(), before, limit, null);
        }
    }

    /**
     * Finds the decision.
     *
     * @throws CaseErased if its case file was erased
     */
    Optional<Entry> find(DecisionId id);

    /** Finds the decision only if its case file exists and it is on an application of this submitter. */
    Optional<Entry> find(DecisionId id, Submitter submitter);

    /**
     * Newest first. A page MAY hold fewer decisions than the limit, so that its size in memory is bounded, and none if features are searched and the search
     * took long; while it names a next one, the search goes on there.
     */
    DecisionPage list(Query query);

    /**
     * Which application a decision is on.
     *
     * @param reference the submitter's own number of it
     */
    record Filed(String reference, LocalDate on) {}

    /** The applications of those decisions whose case file exists. */
    Map<DecisionId, Filed> filed(Collection<DecisionId> decisions);

    /**
     * The decision on this request; empty if there is none or its key has been removed.
     *
     * @throws IdempotencyKeyReused if the submitter used the key for another request
     */
    Optional<Entry> find(KeyedRequest request);
}
