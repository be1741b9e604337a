package kz.sheshim.engine;

import java.time.Duration;

/** No verdict was found within the time limit, so nothing was decided. */
public final class DecisionTooSlow extends NoVerdict {
    private static final long serialVersionUID = 1L;

    public DecisionTooSlow(Duration max) {
        this("no verdict within " + max.toMillis() + " milliseconds");
    }

    private DecisionTooSlow(String reason) {
        super(reason, reason);
    }
}
