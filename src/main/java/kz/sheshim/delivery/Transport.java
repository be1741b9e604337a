package kz.sheshim.delivery;

/** Brings an event to a destination. */
public interface Transport {

    /**
     * Makes one attempt. MUST return within a time that is set for the destination, whatever that does, and MUST NOT throw because of what it does.
     *
     * @throws InterruptedException if the service stops before there is an answer
     */
    AttemptResult deliver(String destination, Event event) throws InterruptedException;
}
