package kz.sheshim.log;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Appends decisions. The decision log only grows: no entry is ever changed or removed. */
public interface DecisionLog {

    /**
     * Records the decision without making the caller wait. The returned stage MUST NOT complete before the entry is durable. It completes with
     * {@link LogOverloaded} if too many decisions wait to be recorded, and with {@link LogUnavailable} if the decision could not be recorded for another
     * reason. A decision whose revision is not stored MUST NOT be recorded. A decision by another revision than the one in force MUST NOT be recorded: the
     * stage then completes with {@link OtherLawInForce}.
     *
     * <p>Of all decisions on the same keyed request exactly one MUST be recorded, however many replicas append at once; the stage completes with the entry
     * of that one for all of them. It completes with {@link IdempotencyKeyReused} if the submitter used the key for another request and the key has not
     * expired. The transaction that records the decision MUST also store the key, so that a request without an answer can be sent again.
     *
     * @param seal the seal of this decision
     * @param terms by which its case file can be found
     * @param request the request with its idempotency key; null if the submitter gave no key
     */
    CompletionStage<Entry> append(Decision decision, Seal seal, Set<SearchTerm> terms, @Nullable KeyedRequest request);
}
