package kz.sheshim.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Holds the deliveries until they are settled. The transaction that records a decision, or makes a step of the law, also stores its deliveries here. */
public interface Outbox {

    /**
     * Lets events of the law go to the destinations that take them, in place of those that took them before. What happened before this call is not delivered to
     * a new destination.
     */
    void routeLaw(Routes routes);

    /**
     * What is to be looked at now.
     *
     * @param free can be delivered: those of one application, and those of the law, in this order, one after the other
     * @param blocked have to wait for an earlier delivery that is not among the free ones
     * @param isAll whether nothing else is to be looked at now
     */
    record Due(List<Delivery> free, List<Blocked> blocked, boolean isAll) {}

    /**
     * A delivery that has to wait: an earlier one of the same application, or of the law, is not settled.
     *
     * @param lookAt when it was to be looked at
     * @param since when its event happened
     */
    record Blocked(DeliveryNumber number, Instant lookAt, Instant since) {}

    /** A blocked delivery, and when to look at it again. */
    record Postponed(Blocked delivery, Instant until) {}

    /** The result of an attempt. */
    sealed interface Result {
        DeliveryNumber number();

        /** When the attempt ended. */
        Instant at();

        record Delivered(DeliveryNumber number, Instant at) implements Result {}

        /** @param nextAttempt earliest moment of the next attempt */
        record Failed(DeliveryNumber number, Instant at, String why, Instant nextAttempt) implements Result {}

        /** The delivery is now a dead letter. */
        record Dead(DeliveryNumber number, Instant at, String why) implements Result {}
    }

    /**
     * What is to be looked at now at this destination. A delivery MUST NOT be free while an earlier one of the same application, or of the law, is unsettled and
     * not free.
     *
     * @param limit maximum number of deliveries
     */
    Due due(String destination, Instant now, int limit);

    /** Puts blocked deliveries off. Changes nothing of those that were freed in the meantime. */
    void postpone(Collection<Postponed> deliveries);

    /**
     * Records the results of attempts. What waited for a delivered one is to be looked at now. A failure changes nothing if the delivery was settled in the
     * meantime.
     */
    void record(Collection<Result> results, Instant now);

    /** Removes deliveries that were settled before this moment, and returns their number. */
    int removeSettledBefore(Instant moment);
}
