package kz.sheshim.delivery;

import java.time.Instant;
import java.util.Optional;

/** Holds the deliveries until they are settled. The transaction that records a decision, or makes a step of the law, also stores its deliveries here. */
public interface Outbox {

    /**
     * Lets events of the law go to the destinations that take them, in place of those that took them before. What happened before this call is not delivered to
     * a new destination.
     */
    void routeLaw(Routes routes);

    /** The next step of a task. */
    sealed interface Next {
        /** Attempt this delivery. */
        record Deliver(Delivery delivery) implements Next {}

        /** Wait until this moment, then look again. */
        record Later(Instant at) implements Next {}

        /**
         * Wait: an earlier delivery of the same application, or of the law, is not settled, or the task's own next delivery is dead.
         *
         * @param since when its event happened
         */
        record Blocked(Instant since) implements Next {}

        /** All deliveries of the task are settled. */
        record Done() implements Next {}
    }

    /**
     * The next step of the task. MUST NOT be {@link Next.Deliver} while an earlier decision with the same submitter and reference, or, for an event of the
     * law, an earlier one, has an unsettled delivery to the destination.
     */
    Next next(DeliveryTask task, Instant now);

    /** The task that waits for this one, if any. */
    Optional<DeliveryTask> blockedBy(DeliveryTask task);

    void delivered(DeliveryNumber number, Instant at);

    /** Records a failed attempt. Changes nothing if the delivery was settled in the meantime. */
    void failed(DeliveryNumber number, String why, Instant at, Instant nextAttempt);

    /** Makes the delivery a dead letter. Changes nothing if it was settled in the meantime. */
    void dead(DeliveryNumber number, String why, Instant at);

    /** Removes deliveries that were settled before this moment, and returns their number. */
    int removeSettledBefore(Instant moment);
}
