package kz.sheshim.delivery;

import java.time.Instant;
import java.util.Optional;

/** Where hand-overs wait; they come into it in the transaction that records their decision. */
public interface Outbox {

    /** What is to be done next for an errand. */
    sealed interface Next {
        /** Try this one. */
        record Deliver(Delivery handOver) implements Next {}

        /** Try it again at this moment, not before. */
        record Later(Instant at) implements Next {}

        /**
         * Nothing can be done: an earlier one of the same application is not settled, or its own next one is dead.
         *
         * @param decidedAt when the decision was made
         */
        record HeldUp(Instant decidedAt) implements Next {}

        /** Everything of it is settled. */
        record Done() implements Next {}
    }

    /** The errand MUST NOT be {@link Next.Deliver} while an earlier decision on an application of the same sender and reference has something unsettled for the destination. */
    Next next(DeliveryTask errand, Instant now);

    /** The errand that may be held up by this one, if any. */
    Optional<DeliveryTask> after(DeliveryTask errand);

    void delivered(DeliveryNumber number, Instant at);

    /** Changes nothing if it is settled in the meantime. */
    void failed(DeliveryNumber number, String why, Instant at, Instant nextAttempt);

    /** Changes nothing if it is settled in the meantime. */
    void dead(DeliveryNumber number, String why, Instant at);

    /** Takes away hand-overs that were settled before this moment, and says how many. */
    int removeSettledBefore(Instant moment);
}
