package kz.sheshim.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Hands over what a decision has for a destination: one after the other, and the next one only when the one before is settled. */
public final class DeliverActions {
    private static final Duration SHORTEST_HOLD_UP = Duration.ofSeconds(1);
    private static final Duration LONGEST_HOLD_UP = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final Transport delivery;
    private final Retries retries;
    private final Clock clock;
    private final RandomGenerator random;

    public DeliverActions(Outbox outbox, Transport delivery, Retries retries, Clock clock, RandomGenerator random) {
        this.outbox = outbox;
        this.delivery = delivery;
        this.retries = retries;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Goes as far as it can.
     *
     * @param stopping whether the service stops, so that nothing more is begun
     * @param alarm is given the errand that waited for this one
     * @return when to come again; empty if the errand is done
     */
    public Optional<Instant> run(DeliveryTask errand, BooleanSupplier stopping, Waker alarm) throws InterruptedException {
        while (!stopping.getAsBoolean()) {
            Instant now = clock.instant();
            Outbox.Next next = outbox.next(errand, now);
            if (next instanceof Outbox.Next.Deliver deliver) {
                attempt(deliver.handOver());
            } else if (next instanceof Outbox.Next.Later later) {
                return Optional.of(later.at());
            } else if (next instanceof Outbox.Next.HeldUp heldUp) {
                return Optional.of(now.plus(holdUp(Duration.between(heldUp.decidedAt(), now))));
            } else {
                outbox.after(errand).ifPresent(alarm::wake);
                return Optional.empty();
            }
        }
        return Optional.of(clock.instant());
    }

    /** Whether an errand need not wait for its time: what it waited for was settled, or an operator wants it tried now. */
    public boolean canGoOn(DeliveryTask errand) {
        Outbox.Next next = outbox.next(errand, clock.instant());
        return next instanceof Outbox.Next.Deliver || next instanceof Outbox.Next.Done;
    }

    private void attempt(Delivery handOver) throws InterruptedException {
        AttemptResult answer = delivery.deliver(handOver.destination(), handOver.event());
        Instant now = clock.instant();
        if (answer instanceof AttemptResult.Taken) {
            outbox.delivered(handOver.number(), now);
        } else if (answer instanceof AttemptResult.NotNow notNow) {
            Instant failingSince = handOver.failingSince() == null ? now : handOver.failingSince();
            if (retries.isLast(failingSince, now)) {
                outbox.dead(handOver.number(), notNow.why(), now);
            } else {
                Duration delay = retries.delay(handOver.attempts(), notNow.after(), random);
                outbox.failed(handOver.number(), notNow.why(), now, now.plus(delay));
            }
        } else if (answer instanceof AttemptResult.Refused refused) {
            outbox.dead(handOver.number(), refused.why(), now);
        }
    }

    /** Whoever ends a hold-up wakes who waits; looking now and then, ever more rarely, is for when the service died before it could. */
    private static Duration holdUp(Duration age) {
        Duration half = age.dividedBy(2);
        if (half.compareTo(SHORTEST_HOLD_UP) < 0) {
            return SHORTEST_HOLD_UP;
        }
        return half.compareTo(LONGEST_HOLD_UP) < 0 ? half : LONGEST_HOLD_UP;
    }
}
