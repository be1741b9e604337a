package kz.sheshim.bench;

import org.openjdk.jmh.annotations.Param;

/** Other engines. */
public class SyntheticRivalsBenchmark extends SyntheticDecisions {
    @Param({"openl", "camunda", "kie"})
    public String engine;

    @Override
    String engine() {
        return engine;
    }
}
