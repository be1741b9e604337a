package kz.sheshim.delivery;

/** Sends an event to a destination. */
public interface Transport {

    /**
     * Makes one attempt. MUST return within the timeout of the destination, whatever the destination does, and MUST NOT throw because of what it does.
     *
     * @throws InterruptedException if the service stops before the destination answers
     */
    AttemptResult deliver(String destination, Event event) throws InterruptedException;
}
