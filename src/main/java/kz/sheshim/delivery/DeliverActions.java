package kz.sheshim.delivery;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Delivers what waits for a destination. */
public final class DeliverActions {
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
     * Delivers until it is stopped. At most one call for a destination MUST be in progress, over all services.
     *
     * @param maxAttempts maximum number of attempts in progress
     * @param stopping no further attempt begins then, and the attempts in progress come to their end; unless the thread is interrupted: it leaves them
     */
    public void run(String destination, int maxAttempts, BooleanSupplier stopping) {
        new DeliveryRun(outbox, transport, retries, clock, random, destination, maxAttempts).until(stopping);
    }
}
