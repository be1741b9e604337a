/** Benchmarks: how fast decisions are made, alone and beside other engines. Nothing of the service depends on it. */
@NullMarked
package kz.sheshim.bench;

import org.jspecify.annotations.NullMarked;
