package kz.sheshim.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of an attempt to deliver. */
public sealed interface AttemptResult {

    /** The destination has it. */
    record Taken() implements AttemptResult {}

    /**
     * The destination may take it later.
     *
     * @param why without anything that the destination said in its own words
     * @param after how long it asks not to be tried, if it does
     */
    record NotNow(String why, @Nullable Duration after) implements AttemptResult {}

    /** The destination will never take it as it is. */
    record Refused(String why) implements AttemptResult {}
}
