package kz.sheshim.verdict;

import kz.sheshim.facts.Facts;

/**
 * Writes verdicts, and applications as they were read, for the record. What is written MUST be the same text for the same content, on every machine and in
 * every later version, and {@link #decode} MUST give back an equal verdict.
 */
public interface VerdictCodec {
    String encode(Verdict verdict);

    /** The facts that the application submits, as they were read against the vocabulary. */
    String encodeSubmitted(Facts facts);

    Verdict decode(String json);
}
