package kz.sheshim.log;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Where decisions are recorded. It only grows: nothing in it is ever changed or removed. */
public interface DecisionLog {

    /**
     * Records the decision, and returns without waiting for that. What it returns MUST NOT complete before the entry is durable; it completes with {@link
     * LogUnavailable} if the decision was not recorded, and with {@link LogOverloaded} if that is because too many others wait. A decision whose revision
     * is not kept MUST NOT be recorded.
     *
     * <p>Of all decisions on the same keyed request one MUST be recorded and no more, whoever records them and however many at once; it completes with
     * the entry of that one for each of them. It completes with {@link IdempotencyKeyReused} when the sender used the key for another request and the key did not expire
     * since. A key MUST be kept in the transaction that records the decision, so that a request which was not answered can be sent again.
     *
     * @param request what is decided, as its sender knows it again; null when he gave no key
     */
    CompletionStage<Entry> append(Decision decision, @Nullable KeyedRequest request);
}
