package kz.sheshim.adapter.postgres;

import kz.sheshim.log.Decision;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.Seal;
import org.jspecify.annotations.Nullable;

/**
 * A decision that waits to be recorded.
 *
 * @param request the request that it answers; null if that has no idempotency key
 */
record PendingDecision(Decision decision, Seal seal, @Nullable KeyedRequest request) {}
