package kz.sheshim.delivery;

import java.time.Clock;

/** Lets an operator retry or abandon a delivery that fails. */
public final class ManageDeliveries {
    private final DeliveryLog deliveries;
    private final Clock clock;

    public ManageDeliveries(DeliveryLog deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Starts a new attempt now; false if the delivery is settled. */
    public boolean retry(DeliveryNumber number) {
        return deliveries.retry(number, clock.instant());
    }

    /** Abandons the delivery, so that later ones are no longer blocked; false if it is settled. */
    public boolean abandon(DeliveryNumber number) {
        return deliveries.abandon(number, clock.instant());
    }
}
