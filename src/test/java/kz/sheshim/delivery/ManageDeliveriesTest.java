package kz.sheshim.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.sheshim.log.EntryNumber;
import org.junit.jupiter.api.Test;

class ManageDeliveriesTest {
    private static final DeliveryNumber NUMBER = new DeliveryNumber(7);

    private final List<DeliveryTask> woken = new ArrayList<>();
    private final OneDelivery deliveries = new OneDelivery();
    private final ManageDeliveries manage = new ManageDeliveries(deliveries, woken::add, Clock.systemUTC());

    @Test
    void abandonedDeliveryWakesItsTask() {
        assertThat(manage.abandon(NUMBER)).isTrue();
        assertThat(woken).hasSize(1);
    }

    /** The first call may have been interrupted before it woke the task. */
    @Test
    void callThatChangesNothingWakesTheTaskToo() {
        manage.abandon(NUMBER);
        woken.clear();

        assertThat(manage.abandon(NUMBER)).isFalse();
        assertThat(woken).hasSize(1);
    }

    @Test
    void unknownDeliveryWakesNothing() {
        assertThat(manage.retry(new DeliveryNumber(8))).isFalse();
        assertThat(woken).isEmpty();
    }

    private static final class OneDelivery implements DeliveryLog {
        private boolean isOpen = true;

        @Override
        public List<Delivery> list(Query query) {
            throw new UnsupportedOperationException("nobody asks for a list");
        }

        @Override
        public List<Delivery> of(EntryNumber decision) {
            throw new UnsupportedOperationException("nobody asks for a decision");
        }

        @Override
        public Optional<Delivery> find(DeliveryNumber number) {
            return number.equals(NUMBER)
                    ? Optional.of(new Delivery(
                            NUMBER, "tower", EventFixture.event(1), Delivery.State.DEAD, 1, null, null, null, null))
                    : Optional.empty();
        }

        @Override
        public boolean retry(DeliveryNumber number) {
            return number.equals(NUMBER) && isOpen;
        }

        @Override
        public boolean abandon(DeliveryNumber number, Instant at) {
            boolean changed = retry(number);
            isOpen &= !number.equals(NUMBER);
            return changed;
        }

        @Override
        public List<Unsettled> unsettled() {
            throw new UnsupportedOperationException("nobody counts");
        }
    }
}
