package kz.sheshim.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to try again, and when to give up: exponential backoff with full jitter, so that what failed together does not come back together.
 *
 * @param firstDelay the most to wait after the first failure; it doubles with each further one
 * @param mostDelay the most to wait after any
 * @param giveUpAfter how long after the first failure an attempt that fails is the last one
 */
public record Retries(Duration firstDelay, Duration mostDelay, Duration giveUpAfter) {
    /** A destination that asks for more patience is tried after this time all the same. */
    private static final Duration MOST_ASKED_FOR = Duration.ofDays(1);

    private static final int MOST_DOUBLINGS = 40;

    public Retries {
        if (firstDelay.isNegative() || firstDelay.isZero() || mostDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("delays grow from more than nothing: " + firstDelay + ", " + mostDelay);
        }
    }

    /**
     * How long to wait after a failure.
     *
     * @param failures so many there were before it
     * @param askedFor what the destination asks for, if it does
     */
    public Duration delay(int failures, @Nullable Duration askedFor, RandomGenerator random) {
        double most =
                Math.min(mostDelay.toMillis(), firstDelay.toMillis() * Math.pow(2, Math.min(failures, MOST_DOUBLINGS)));
        Duration delay = Duration.ofMillis((long) (random.nextDouble() * most));
        if (askedFor == null || askedFor.compareTo(delay) <= 0) {
            return delay;
        }
        return askedFor.compareTo(MOST_ASKED_FOR) < 0 ? askedFor : MOST_ASKED_FOR;
    }

    public boolean isLast(Instant failingSince, Instant now) {
        return !now.isBefore(failingSince.plus(giveUpAfter));
    }
}
