package kz.sheshim.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of one attempt to deliver an event. */
public sealed interface AttemptResult {

    /** The destination accepted the event. */
    record Delivered() implements AttemptResult {}

    /**
     * The destination may accept the event later.
     *
     * @param why the failure in our own words; it never quotes the destination
     * @param after the delay that the destination asks for; null if it asks for none
     */
    record RetryLater(String why, @Nullable Duration after) implements AttemptResult {}

    /** The destination will never accept this event. */
    record Rejected(String why) implements AttemptResult {}
}
