package kz.sheshim.delivery;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to one destination. It is settled once it is delivered or abandoned.
 *
 * @param attempts number of failed attempts; an operator's retry sets it back to 0
 * @param failingSince moment of the first of these failures
 * @param nextAttempt earliest moment of the next attempt, after a failure
 * @param failure why the last failed attempt failed
 * @param settledAt when the event was delivered or abandoned
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

    /** The state of a delivery. */
    public enum State {
        /** Not yet delivered. */
        WAITING,
        /** The destination accepted the event. */
        DELIVERED,
        /** A dead letter: no further attempt until an operator asks for one. It blocks later deliveries of the same application, or of the law. */
        DEAD,
        /** An operator gave it up. */
        ABANDONED;

        /** The state in the database and in REST: the name in lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state with this code. */
        public static Optional<State> of(String code) {
            return Stream.of(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst();
        }
    }
}
