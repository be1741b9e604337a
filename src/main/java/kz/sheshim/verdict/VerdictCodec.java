package kz.sheshim.verdict;

import kz.sheshim.facts.Facts;

/**
 * Writes verdicts, and applications as they were read, for the record. What is written MUST be the same text for the same content, on every machine and in
 * every later version, and {@link #decode} MUST give back an equal verdict.
 */
public interface VerdictCodec {
    String encode(Verdict verdict);

    /** What the application itself states, as the vocabulary read it. */
    String encodeSubmitted(Facts facts);

    Verdict decode(String json);
}
