package kz.sheshim.delivery;

import java.time.Clock;

/** What an operator does about hand-overs that do not get through. */
public final class ManageDeliveries {
    private final DeliveryLog handOvers;
    private final Waker alarm;
    private final Clock clock;

    public ManageDeliveries(DeliveryLog handOvers, Waker alarm, Clock clock) {
        this.handOvers = handOvers;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** Has it tried now; false if it is settled. */
    public boolean retry(DeliveryNumber number) {
        boolean isOpen = handOvers.retry(number);
        wake(number);
        return isOpen;
    }

    /** Gives it up, and lets go on what it held up; false if it is settled. */
    public boolean abandon(DeliveryNumber number) {
        boolean isOpen = handOvers.abandon(number, clock.instant());
        wake(number);
        return isOpen;
    }

    /** Also when nothing was changed: an earlier call may have got so far and no further. */
    private void wake(DeliveryNumber number) {
        handOvers.find(number).map(Delivery::errand).ifPresent(alarm::wake);
    }
}
