package kz.sheshim.bench;

import java.util.List;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.ServiceLogging;
import kz.sheshim.ShippedPolicyFixture;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.facts.ApplicationReader;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.verdict.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Threads;

/** What one decision on the shipped policy costs, and what stands around it: reading the application before, writing the record behind. */
public class ShippedBenchmark extends OneDecision {
    private final JsonParser parser = new JacksonParser();
    private ApplicationReader reader;
    private List<byte[]> bodies;
    private List<JsonParser.Parsed> parsed;
    private List<Facts> facts;
    private List<Verdict> verdicts;

    @Setup
    public void load() {
        ServiceLogging.use();
        reader = new ApplicationReader(new FactLayout(ShippedPolicyFixture.RULESET.vocabulary()), 100);
        bodies = ShippedApplications.examples();
        parsed = bodies.stream().map(parser::parse).toList();
        facts = bodies.stream().map(ApplicationsFixture::facts).toList();
        verdicts = facts.stream().map(ShippedApplications.POLICY::decide).toList();
    }

    /** SampleTime tells the percentiles. */
    @Benchmark
    @BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
    public Verdict decide(Turn turn) {
        return ShippedApplications.POLICY.decide(turn.of(facts));
    }

    @Benchmark
    @BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
    @Threads(2)
    public Verdict decideOnTwoThreads(Turn turn) {
        return ShippedApplications.POLICY.decide(turn.of(facts));
    }

    @Benchmark
    public JsonParser.Parsed parseJson(Turn turn) {
        return parser.parse(turn.of(bodies));
    }

    @Benchmark
    public ApplicationReader.Reading readFacts(Turn turn) {
        return reader.read(turn.of(parsed).value());
    }

    /** What the vocabulary made of the application; recorded, but not asked for again by a replay. */
    @Benchmark
    public String encodeFacts(Turn turn) {
        return ShippedApplications.CODEC.encodeSubmitted(turn.of(facts));
    }

    @Benchmark
    public String encodeVerdict(Turn turn) {
        return ShippedApplications.CODEC.encode(turn.of(verdicts));
    }
}
