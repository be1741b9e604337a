package kz.sheshim.log;

import kz.sheshim.access.Submitter;

/** A request with an idempotency key. Two submitters may use the same key. */
public record KeyedRequest(Submitter submitter, IdempotencyKey key, Fingerprint fingerprint) {}
