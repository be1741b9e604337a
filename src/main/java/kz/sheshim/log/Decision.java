package kz.sheshim.log;

import java.time.Instant;
import java.util.List;
import kz.sheshim.access.Submitter;
import kz.sheshim.policy.Revision;
import kz.sheshim.verdict.Verdict;

/**
 * A verdict with everything that is needed to decide again: the application and the revision that decided.
 *
 * @param submitter the party that posted the application
 * @param reference the submitter's own number of the application
 * @param decidedAt our time, in whole milliseconds
 * @param engine name and version of the engine that decided
 * @param received the application as received: the text of the request body, unchanged
 * @param read the facts read from the application, as JSON
 * @param verdictText the verdict as recorded; a replay must produce this text again
 * @param groundCells for each ground, the cell of its rule at that time; a revision stays the same if its rows move
 */
public record Decision(
        DecisionId id,
        Submitter submitter,
        String reference,
        Instant decidedAt,
        Revision revision,
        String engine,
        String received,
        String read,
        Verdict verdict,
        String verdictText,
        List<String> groundCells) {
    public Decision {
        groundCells = List.copyOf(groundCells);
    }
}
