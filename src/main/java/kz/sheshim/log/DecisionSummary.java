package kz.sheshim.log;

import java.time.Instant;
import java.util.List;
import kz.sheshim.policy.Revision;
import kz.sheshim.verdict.Verdict;

/**
 * What a list shows of a decision: everything but the application, which may be large.
 *
 * @param reference the submitter's own number of the application
 * @param groundCells for each ground, the cell of its rule when it was decided
 * @param statement the leaf of the entry
 */
public record DecisionSummary(
        EntryNumber number,
        DecisionId id,
        String reference,
        Instant decidedAt,
        Revision revision,
        String engine,
        Verdict verdict,
        List<String> groundCells,
        Statement statement) {
    public DecisionSummary {
        groundCells = List.copyOf(groundCells);
    }

    public static DecisionSummary of(Entry entry) {
        Decision decision = entry.decision();
        return new DecisionSummary(
                entry.number(),
                decision.id(),
                decision.reference(),
                decision.decidedAt(),
                decision.revision(),
                decision.engine(),
                decision.verdict(),
                decision.groundCells(),
                entry.seal().statement());
    }
}
