package kz.sheshim.log;

import java.time.Instant;
import java.util.List;
import kz.sheshim.access.Submitter;
import kz.sheshim.policy.Revision;
import kz.sheshim.verdict.Verdict;

/**
 * A verdict with all that is needed to give it again: the application and the revision that it was decided by.
 *
 * @param sender who posted the application
 * @param reference the sender's own number of the application
 * @param decidedAt our time, in whole milliseconds
 * @param engine name and version of what decided
 * @param received the application as received: the text of the request's body, unchanged
 * @param read the application as read, as JSON: what the vocabulary made of it
 * @param verdictText the verdict as it is recorded; a replay must give this text again
 * @param groundCells the cell in which the rule behind each ground stood then, in the order of the grounds; a revision keeps its identity when rows
 *     move
 */
public record Decision(
        DecisionId id,
        Submitter sender,
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
