package kz.sheshim.log;

import kz.sheshim.access.Submitter;

/** A request that its sender gave a key to; two senders may use the same one. */
public record KeyedRequest(Submitter sender, IdempotencyKey key, Fingerprint fingerprint) {}
