package kz.sheshim.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Delivers the events of one task, one after the other. The next delivery starts only when the one before is settled. */
public final class DeliverActions {
    private static final Duration MIN_BLOCKED_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_BLOCKED_DELAY = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final Transport transport;
    private final Retries retries;
    private final Clock clock;
    private final RandomGenerator random;

    public DeliverActions(Outbox outbox, Transport transport, Retries retries, Clock clock, RandomGenerator random) {
        this.outbox = outbox;
        this.transport = transport;
        this.retries = retries;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes deliveries until the task is done or has to wait.
     *
     * @param stopping whether the service stops; no further attempt begins then
     * @param waker wakes the task that waited for this one
     * @return when to run the task again; empty if it is done
     */
    public Optional<Instant> run(DeliveryTask task, BooleanSupplier stopping, Waker waker) throws InterruptedException {
        while (!stopping.getAsBoolean()) {
            Instant now = clock.instant();
            Outbox.Next next = outbox.next(task, now);
            if (next instanceof Outbox.Next.Deliver deliver) {
                attempt(deliver.delivery());
            } else if (next instanceof Outbox.Next.Later later) {
                return Optional.of(later.at());
            } else if (next instanceof Outbox.Next.Blocked blocked) {
                return Optional.of(now.plus(blockedDelay(Duration.between(blocked.since(), now))));
            } else {
                outbox.blockedBy(task).ifPresent(waker::wake);
                return Optional.empty();
            }
        }
        return Optional.of(clock.instant());
    }

    /** Whether the task can run before its scheduled time: what it waited for is settled, or an operator asked for an attempt now. */
    public boolean canRunNow(DeliveryTask task) {
        Outbox.Next next = outbox.next(task, clock.instant());
        return next instanceof Outbox.Next.Deliver || next instanceof Outbox.Next.Done;
    }

    private void attempt(Delivery delivery) throws InterruptedException {
        AttemptResult result = transport.deliver(delivery.destination(), delivery.event());
        Instant now = clock.instant();
        if (result instanceof AttemptResult.Delivered) {
            outbox.delivered(delivery.number(), now);
        } else if (result instanceof AttemptResult.RetryLater later) {
            Instant failingSince = delivery.failingSince() == null ? now : delivery.failingSince();
            if (retries.isLast(failingSince, now)) {
                outbox.dead(delivery.number(), later.why(), now);
            } else {
                Duration delay = retries.delay(delivery.attempts(), later.after(), random);
                outbox.failed(delivery.number(), later.why(), now, now.plus(delay));
            }
        } else if (result instanceof AttemptResult.Rejected rejected) {
            outbox.dead(delivery.number(), rejected.why(), now);
        }
    }

    /**
     * The task that settles the blocking delivery wakes the blocked task. A service may die before it can, so a blocked task also looks from time to time;
     * the older its event, the more rarely.
     */
    private static Duration blockedDelay(Duration age) {
        Duration half = age.dividedBy(2);
        if (half.compareTo(MIN_BLOCKED_DELAY) < 0) {
            return MIN_BLOCKED_DELAY;
        }
        return half.compareTo(MAX_BLOCKED_DELAY) < 0 ? half : MAX_BLOCKED_DELAY;
    }
}
