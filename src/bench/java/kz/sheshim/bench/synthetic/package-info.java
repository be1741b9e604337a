/** The synthetic policy, decided by several engines on the same work. Only benchmarks and their checks depend on it. */
@NullMarked
package kz.sheshim.bench.synthetic;

import org.jspecify.annotations.NullMarked;
