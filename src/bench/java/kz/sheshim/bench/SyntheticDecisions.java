package kz.sheshim.bench;

import java.util.List;
import kz.sheshim.ServiceLogging;
import kz.sheshim.bench.synthetic.Engine;
import kz.sheshim.bench.synthetic.Engines;
import kz.sheshim.bench.synthetic.SyntheticWork;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** One decision by one engine on the synthetic policy; the 10,000 applications take turns. An engine that answers one of them wrongly is not measured. */
public abstract class SyntheticDecisions extends OneDecision {
    private Engine<Object, Object> deciding;
    private List<Object> applications;

    abstract String engine();

    @Setup
    public void load() {
        ServiceLogging.use();
        deciding = Engines.named(engine());
        applications = SyntheticWork.provenFor(deciding);
    }

    @Benchmark
    public Object decide(Turn turn) {
        return deciding.decide(turn.of(applications));
    }
}
