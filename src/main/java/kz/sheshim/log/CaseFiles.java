package kz.sheshim.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.sheshim.access.Submitter;
import org.jspecify.annotations.Nullable;

/** Erases case files, and holds those that may not be erased for now. */
public interface CaseFiles {

    /**
     * Erases the case file of a decision, and everything else that was kept of its application: idempotency key and hand-overs. The erasure MUST become an
     * entry of the log in the same transaction. Empty if there is no such decision.
     *
     * @param basis the code of the legal basis
     * @param officer who ordered it
     * @throws CaseErased if it is erased already
     * @throws CaseHeld if a legal hold forbids it
     */
    Optional<Erasure> erase(DecisionId decision, String basis, Submitter officer, Instant at);

    /**
     * The erasures, newest first.
     *
     * @param before only entries with a smaller number; null: from the newest
     */
    List<Erasure> erasures(@Nullable EntryNumber before, int limit);

    /**
     * Forbids to erase the case file. Whether there is such a decision.
     *
     * @param basis the code of the legal basis
     * @throws CaseErased if it is erased already
     */
    boolean hold(DecisionId decision, String basis, Instant at);

    /** Ends a hold. Whether there was one. */
    boolean release(DecisionId decision);
}
