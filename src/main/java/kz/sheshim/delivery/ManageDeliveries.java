package kz.sheshim.delivery;

import java.time.Clock;

/** Lets an operator retry or abandon a delivery that fails. */
public final class ManageDeliveries {
    private final DeliveryLog deliveries;
    private final Waker waker;
    private final Clock clock;

    public ManageDeliveries(DeliveryLog deliveries, Waker waker, Clock clock) {
        this.deliveries = deliveries;
        this.waker = waker;
        this.clock = clock;
    }

    /** Starts a new attempt now; false if the delivery is settled. */
    public boolean retry(DeliveryNumber number) {
        boolean isUnsettled = deliveries.retry(number);
        wake(number);
        return isUnsettled;
    }

    /** Abandons the delivery and wakes its task, so that later ones are no longer blocked; false if it is settled. */
    public boolean abandon(DeliveryNumber number) {
        boolean isUnsettled = deliveries.abandon(number, clock.instant());
        wake(number);
        return isUnsettled;
    }

    /** Called even if nothing changed: an earlier call may have changed the delivery and failed before it woke the task. */
    private void wake(DeliveryNumber number) {
        deliveries.find(number).map(Delivery::task).ifPresent(waker::wake);
    }
}
