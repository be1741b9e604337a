package kz.sheshim.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to try again, and when to give up. Uses exponential backoff with full jitter, so that deliveries that failed at the same time are not all repeated at
 * the same time.
 *
 * @param firstDelay maximum delay after the first failure; it doubles with each further failure
 * @param maxDelay maximum delay after any failure
 * @param giveUpAfter time since the first failure after which a failed attempt is the last one
 */
public record Retries(Duration firstDelay, Duration maxDelay, Duration giveUpAfter) {
    /** Longest delay that a destination can ask for. */
    private static final Duration MAX_ASKED_FOR = Duration.ofDays(1);

    private static final int MAX_DOUBLINGS = 40;

    public Retries {
        if (firstDelay.isNegative() || firstDelay.isZero() || maxDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("the first delay must be positive and the maximum delay not shorter: "
                    + firstDelay + ", " + maxDelay);
        }
    }

    /**
     * The delay after a failure.
     *
     * @param failures number of failures before it
     * @param askedFor the delay that the destination asks for; null if it asks for none
     */
    public Duration delay(int failures, @Nullable Duration askedFor, RandomGenerator random) {
        double max =
                Math.min(maxDelay.toMillis(), firstDelay.toMillis() * Math.pow(2, Math.min(failures, MAX_DOUBLINGS)));
        Duration delay = Duration.ofMillis((long) (random.nextDouble() * max));
        if (askedFor == null || askedFor.compareTo(delay) <= 0) {
            return delay;
        }
        return askedFor.compareTo(MAX_ASKED_FOR) < 0 ? askedFor : MAX_ASKED_FOR;
    }

    /** Whether an attempt that fails now is the last one. */
    public boolean isLast(Instant failingSince, Instant now) {
        return !now.isBefore(failingSince.plus(giveUpAfter));
    }
}
