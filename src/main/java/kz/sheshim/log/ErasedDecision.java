package kz.sheshim.log;

import java.time.Instant;
import kz.sheshim.policy.Revision;

/**
 * What a list shows of a decision whose case file was erased: its entry.
 *
 * @param statement the leaf of the entry
 * @param erasedBy the entry that erased the case file
 */
public record ErasedDecision(
        EntryNumber number,
        DecisionId id,
        Instant decidedAt,
        Revision revision,
        String engine,
        Result result,
        Statement statement,
        EntryNumber erasedBy,
        Instant erasedAt) {}
