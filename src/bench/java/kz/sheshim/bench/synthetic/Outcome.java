package kz.sheshim.bench.synthetic;

/** What table D concludes. */
public enum Outcome {
    APPROVE,
    RETURN,
    DENY,
    MANUAL
}
