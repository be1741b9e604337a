package kz.sheshim.engine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a verdict may take.
 *
 * @param nanos a clock that only goes forward, as {@link System#nanoTime}
 */
public record TimeLimit(Duration max, LongSupplier nanos) {}
