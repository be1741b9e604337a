package kz.sheshim.log;

import java.util.concurrent.CompletionStage;
import kz.sheshim.decision.Decision;

/** Where decisions are recorded. It only grows: nothing in it is ever changed or removed. */
public interface DecisionLog {

    /**
     * Records the decision, and returns without waiting for that. What it returns MUST NOT complete before the entry is durable; it completes with {@link
     * LogUnavailable} if the decision was not recorded, and with {@link LogOverloaded} if that is because too many others wait. A decision whose revision
     * is not kept MUST NOT be recorded.
     */
    CompletionStage<Entry> append(Decision decision);
}
