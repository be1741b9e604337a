package kz.sheshim.adapter.postgres;

import kz.sheshim.log.Decision;
import kz.sheshim.log.KeyedRequest;
import org.jspecify.annotations.Nullable;

/** A decision to be recorded, and the request that it is on, if that has a key. */
record PendingDecision(Decision decision, @Nullable KeyedRequest request) {}
