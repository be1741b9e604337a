package kz.sheshim.bench;

import org.openjdk.jmh.annotations.Param;

/** Hand-written Java and Sheshim. */
public class SyntheticBenchmark extends SyntheticDecisions {
    @Param({"handwritten", "sheshim"})
    public String engine;

    @Override
    String engine() {
        return engine;
    }
}
