package kz.sheshim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.sheshim.ApplicationsFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.ServiceLogging;
import kz.sheshim.access.Submitter;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.decision.EarlierDecisionsFixture;
import kz.sheshim.decision.NewerLawFixture;
import kz.sheshim.decision.SecondOpinionFixture;
import kz.sheshim.log.SearchKey;
import kz.sheshim.log.Secret;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.TelemetryFixture;
import kz.sheshim.replay.Replay;
import kz.sheshim.replay.ReplayDecision;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.workbook.Limits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million recorded decisions replayed from memory, through the same code as in the service: from the text that was received to the text of the verdict, which must be the recorded one. An
 * invocation replays each of 100,000 records, all different and more than any cache of a processor holds, ten times.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class ReplayBenchmark {
    private static final int RECORDS = 100_000;
    private static final int TIMES = 10;

    private final LogInMemory log = new LogInMemory();
    private ReplayDecision replay;

    @Setup
    public void record() throws FaultyRuleset {
        ServiceLogging.use();
        Rulesets rulesets = new Rulesets(
                new FolderPolicySource(Path.of("")),
                PolicyTools.compiler(Limits.USUAL, null),
                log,
                false,
                1,
                TelemetryFixture.NONE);
        FieldPath reference = rulesets.load().policy().reference();
        SecureRandom random = new SecureRandom();
        DecideApplication decide = new DecideApplication(
                rulesets,
                new JacksonVerdictCodec(),
                log,
                log,
                EarlierDecisionsFixture.none(rulesets),
                NewerLawFixture.NONE,
                SecondOpinionFixture.NONE,
                () -> LogInMemory.id(log.size()),
                () -> Secret.random(random),
                new SearchKey(Secret.random(random)),
                Clock.systemUTC(),
                "benchmark",
                100);
        List<JsonNode> examples = ApplicationsFixture.exampleLines();
        for (int i = 0; i < RECORDS; i++) {
            JsonNode application = examples.get(i % examples.size()).get("application");
            ((ObjectNode) application.get(reference.entity())).put(reference.field(), "replay-" + i);
            decide.decide(ApplicationsFixture.bytes(application), Submitter.UNKNOWN, null);
        }
        replay = new ReplayDecision(log, rulesets, new JacksonVerdictCodec(), "");
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS * TIMES)
    public void replay() {
        replayAll();
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS * TIMES)
    @Threads(2)
    public void replayOnTwoThreads() {
        replayAll();
    }

    private void replayAll() {
        for (int i = 0; i < RECORDS * TIMES; i++) {
            Replay replayed = replay.replay(LogInMemory.id(i % RECORDS), null).orElseThrow();
            if (!replayed.identical()) {
                throw new IllegalStateException(replayed.toString());
            }
        }
    }
}
