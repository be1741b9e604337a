package kz.sheshim.bench.synthetic;

/** What is applied for. */
public enum Service {
    FORMATION,
    CORRECTION
}
