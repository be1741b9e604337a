package kz.sheshim.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to one destination.
 *
 * @param attempts that failed since it was first tried, or tried anew
 * @param failingSince the first of them
 * @param nextAttempt not before this moment, if one failed
 * @param failure what the last failed attempt said
 * @param settledAt when it was delivered or abandoned
 */
public record Delivery(
        DeliveryNumber number,
        String destination,
        Event event,
        State state,
        int attempts,
        @Nullable Instant failingSince,
        @Nullable Instant nextAttempt,
        @Nullable String failure,
        @Nullable Instant settledAt) {

    /** How far it came. */
    public enum State {
        /** It is still to be delivered. */
        WAITING,
        /** The destination took it. */
        DELIVERED,
        /** It is not tried any more until an operator says so, and holds up what comes after it of the same application. */
        DEAD,
        /** An operator gave it up. */
        ABANDONED
    }

    public DeliveryTask errand() {
        return new DeliveryTask(destination, event.entry());
    }
}
