package kz.sheshim.log;

import kz.sheshim.decision.Decision;

/** Where decisions are recorded. It only grows: nothing in it is ever changed or removed. */
public interface DecisionLog {

    /**
     * Records the decision. MUST NOT return before the entry is durable, and MUST NOT record a decision whose revision is not
     * kept.
     *
     * @throws LogUnavailable if it was not recorded
     * @throws LogOverloaded if it was not recorded because too many others wait for it
     */
    Entry append(Decision decision);
}
