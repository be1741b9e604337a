package kz.sheshim.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.sheshim.access.Submitter;
import kz.sheshim.log.CaseErased;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.EntryNumber;
import kz.sheshim.log.Erasure;
import kz.sheshim.log.Order;
import org.jspecify.annotations.Nullable;

/** Erases case files, and holds those that may not be erased for now. */
public interface CaseFiles {

    /**
     * Erases the case file of a decision, and everything else that was kept of its application: idempotency key and hand-overs. The erasure MUST become an
     * entry of the log in the same transaction. Empty if there is no such decision.
     *
     * @throws CaseErased if it is erased already
     * @throws CaseHeld if a legal hold forbids it
     */
    Optional<Erasure> erase(DecisionId decision, Order order, Instant at);

    /**
     * The erasures, newest first.
     *
     * @param before only entries with a smaller number; null: from the newest
     */
    List<Erasure> erasures(@Nullable EntryNumber before, int limit);

    /**
     * A case file that exists.
     *
     * @param held whether a legal hold forbids to erase it
     */
    record Kept(EntryNumber entry, DecisionId decision, Instant decidedAt, String outcome, boolean held) {}

    /**
     * The case files that exist, oldest first.
     *
     * @param after only entries with a larger number; null: from the oldest
     */
    List<Kept> kept(@Nullable EntryNumber after, int limit);

    /** The erasures whose entries have this number or a larger one, oldest first. */
    List<Erasure> erasuresFrom(EntryNumber first, int limit);

    /** Which of these decisions have a case file, and no entry that erased it. */
    List<DecisionId> existing(List<DecisionId> decisions);

    /**
     * A part of the erased entries that was looked at.
     *
     * @param last the last one; null if there was none
     * @param erased number of case files that were there again, and are erased now
     */
    record Repeated(@Nullable EntryNumber last, int erased) {}

    /**
     * Erases case files whose erasure is an entry already, but which are there again. Their holds end.
     *
     * @param after only erased entries with a larger number; null: from the first
     * @param max maximum number of erased entries to look at
     */
    Repeated eraseAgain(@Nullable EntryNumber after, int max);

    /**
     * Forbids to erase the case file. Whether there is such a decision. When it returns, no erasure can come any more. MUST leave a step.
     *
     * @throws CaseErased if it is erased already
     */
    boolean hold(DecisionId decision, Order order, Instant at);

    /** Ends a hold. Whether there was one. MUST leave a step. */
    boolean release(DecisionId decision, String reason, Submitter officer, Instant at);

    /** Ends a hold that was placed before this moment, for the same reason that a case file is erased again. */
    void releaseOlder(DecisionId decision, Instant moment, Order order, Instant at);

    /**
     * What was done with the hold of a decision, in its order.
     *
     * @param held whether it is held now
     */
    record Hold(boolean held, List<HoldStep> steps) {}

    /** The hold of a decision; empty if there is no such decision. */
    Optional<Hold> hold(DecisionId decision);
}
