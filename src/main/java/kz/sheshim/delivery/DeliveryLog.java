package kz.sheshim.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What operators see of hand-overs, and do about those that do not get through. */
public interface DeliveryLog {

    /**
     * What to look for; null means any.
     *
     * @param before only those with a smaller number: the last one of the page before
     * @param limit at most so many, 1 or more
     */
    record Query(
            Delivery.@Nullable State state, @Nullable String destination, @Nullable DeliveryNumber before, int limit) {}

    /**
     * How many are not settled at a destination, counted among 100,000 of them where there are more.
     *
     * @param oldest when the oldest of them was decided
     */
    record Unsettled(String destination, long waiting, long dead, Instant oldest) {}

    /** Newest first. */
    List<Delivery> list(Query query);

    Optional<Delivery> find(DeliveryNumber number);

    /** Lets a waiting or dead one be tried at once and as if for the first time; false if it is settled. */
    boolean retry(DeliveryNumber number);

    /** Gives a waiting or dead one up for good; false if it is settled. */
    boolean abandon(DeliveryNumber number, Instant at);

    /** Of each destination at which something is not settled, in the order of their names. */
    List<Unsettled> unsettled();
}
