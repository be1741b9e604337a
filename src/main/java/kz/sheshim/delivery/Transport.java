package kz.sheshim.delivery;

import java.util.concurrent.CompletableFuture;

/** Sends an event to a destination. */
public interface Transport {

    /**
     * Begins one attempt. Its result MUST come within the timeout of the destination, whatever the destination does. To cancel it ends the attempt.
     */
    CompletableFuture<AttemptResult> deliver(String destination, Event event);
}
