package kz.sheshim.log;

import kz.sheshim.decision.Sender;

/** A request that its sender gave a key to; two senders may use the same one. */
public record KeyedRequest(Sender sender, IdempotencyKey key, Fingerprint fingerprint) {}
