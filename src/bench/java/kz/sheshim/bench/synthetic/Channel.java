package kz.sheshim.bench.synthetic;

/** Where the application comes in. */
public enum Channel {
    COUNTER,
    PORTAL,
    CONSULATE
}
