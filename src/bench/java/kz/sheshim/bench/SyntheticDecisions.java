package kz.sheshim.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.sheshim.bench.synthetic.Engine;
import kz.sheshim.bench.synthetic.Engines;
import kz.sheshim.bench.synthetic.SyntheticWork;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision by one engine on the synthetic policy; the 10,000 applications take turns. An engine that answers one of them wrongly is not measured. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public abstract class SyntheticDecisions {
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
