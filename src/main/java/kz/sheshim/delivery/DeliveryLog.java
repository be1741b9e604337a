package kz.sheshim.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.sheshim.log.EntryNumber;
import org.jspecify.annotations.Nullable;

/** The deliveries as operators see them, with the two things that an operator can do about one. */
public interface DeliveryLog {

    /**
     * A search; null means any.
     *
     * @param before only deliveries with a smaller number; for the next page, the last number of this page
     * @param limit maximum number of deliveries, 1 or more
     */
    record Query(
            Delivery.@Nullable State state, @Nullable String destination, @Nullable DeliveryNumber before, int limit) {}

    /**
     * The deliveries of one destination that are not settled. Where there are more than 100,000, only 100,000 are counted.
     *
     * @param oldest when the oldest of their events happened
     */
    record Unsettled(String destination, long waiting, long dead, Instant oldest) {}

    /** Newest first. */
    List<Delivery> list(Query query);

    Optional<Delivery> find(DeliveryNumber number);

    /** The deliveries of a decision, in the order of its actions. */
    List<Delivery> of(EntryNumber decision);

    /** Makes a waiting or dead delivery due now, with its failures forgotten; false if it is settled. */
    boolean retry(DeliveryNumber number, Instant at);

    /** Abandons a waiting or dead delivery for good; false if it is settled. */
    boolean abandon(DeliveryNumber number, Instant at);

    /** One entry for each destination with unsettled deliveries, ordered by its name. */
    List<Unsettled> unsettled();
}
