package kz.sheshim.decision;

import kz.sheshim.log.Entry;
import kz.sheshim.policy.Ruleset;

/**
 * A recorded decision, and the ruleset that it was decided by.
 *
 * @param repeated whether it was recorded when its request came for the first time, and this is a later time
 */
public record RecordedDecision(Entry entry, Ruleset ruleset, boolean repeated) {
    public RecordedDecision(Entry entry, Ruleset ruleset) {
        this(entry, ruleset, false);
    }
}
