package kz.sheshim.engine;

import java.time.Duration;

/** A verdict was not found in the time that one may take. It was given up, and nothing was decided. */
public final class DecisionTooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DecisionTooSlow(Duration most) {
        super("no verdict within " + most.toMillis() + " milliseconds");
    }
}
