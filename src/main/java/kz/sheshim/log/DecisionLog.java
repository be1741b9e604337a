package kz.sheshim.log;

import kz.sheshim.decision.Decision;

/** Where decisions are recorded. It only grows: nothing in it is ever changed or removed. */
public interface DecisionLog {

    /**
     * Records the decision. MUST NOT return before the entry is durable, and MUST NOT record a decision whose revision is not
     * kept.
     *
     * @throws LogUnavailable if it was not recorded
     */
    Entry append(Decision decision);
}
