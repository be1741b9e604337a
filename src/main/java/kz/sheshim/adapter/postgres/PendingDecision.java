package kz.sheshim.adapter.postgres;

import java.util.Set;
import kz.sheshim.log.Decision;
import kz.sheshim.log.KeyedRequest;
import kz.sheshim.log.Seal;
import kz.sheshim.log.SearchTerm;
import org.jspecify.annotations.Nullable;

/**
 * A decision that waits to be recorded.
 *
 * @param terms by which its case file can be found
 * @param request the request that it answers; null if that has no idempotency key
 */
record PendingDecision(Decision decision, Seal seal, Set<SearchTerm> terms, @Nullable KeyedRequest request) {}
