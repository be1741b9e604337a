package kz.sheshim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kz.sheshim.ApplicationFixture;
import kz.sheshim.EditedPolicyFixture;
import kz.sheshim.PolicyTools;
import kz.sheshim.ServiceLogging;
import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.adapter.drools.DroolsNames;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonVerdictCodec;
import kz.sheshim.adapter.logicng.LogicNgSolver;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.analysis.Effort;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.decision.Assessment;
import kz.sheshim.decision.DecideApplication;
import kz.sheshim.decision.EarlierDecisionsFixture;
import kz.sheshim.decision.NewerLawFixture;
import kz.sheshim.decision.SecondOpinionFixture;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.index.TableIndex;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.log.DecisionId;
import kz.sheshim.log.SearchKey;
import kz.sheshim.log.Secret;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.publication.PolicyCheck;
import kz.sheshim.publication.PolicyCompiler;
import kz.sheshim.publication.RevisionStore;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.publication.TelemetryFixture;
import kz.sheshim.workbook.Limits;
import kz.sheshim.workbook.Sheet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From a saved workbook of the shipped policy to the first verdict under it, and what each step on the way costs. The median is {@code p0.50}. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 20)
@Measurement(iterations = 20)
@State(Scope.Benchmark)
public class ReloadBenchmark {
    private final byte[] application = new ApplicationFixture().body();
    private final XlsxReader workbooks = new XlsxReader();
    private final PolicyCompiler compiler = PolicyTools.compiler(Limits.USUAL, null);
    private final Map<String, List<Sheet>> sheets = new HashMap<>();
    private final RulesetReader readerOfSheets =
            new RulesetReader((file, bytes, allowance, findings) -> sheets.get(file), new DroolsNames());
    private final PolicyCheck check =
            new PolicyCheck(compiler, new TableAnalysis(LogicNgSolver::new, Effort.USUAL), Clock.systemUTC());
    private Path folder;
    private FolderPolicySource source;
    private Rulesets rulesets;
    private DecideApplication decide;
    private List<PolicyFile> files;
    private Ruleset ruleset;
    private int saved;

    /** A service that watches its folder has decided once. */
    @Setup
    public void start() throws IOException, FaultyRuleset {
        ServiceLogging.use();
        folder = Files.createTempDirectory("sheshim-reload");
        for (PolicyFile file : new EditedPolicyFixture().files()) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        }
        source = new FolderPolicySource(folder);
        rulesets = new Rulesets(source, compiler, new NothingKept(), false, 1, TelemetryFixture.NONE);
        ruleset = rulesets.load();
        files = source.files();
        for (PolicyFile file : files) {
            String name = Path.of(file.path()).getFileName().toString();
            if (name.endsWith(".xlsx")) {
                sheets.put(name, workbooks.read(name, file.bytes(), Limits.USUAL.allowance(), finding -> {}));
            }
        }
        decide = new DecideApplication(
                rulesets,
                new JacksonVerdictCodec(),
                new NothingKept(),
                (decision, seal, terms, request) -> {
                    throw new UnsupportedOperationException("nothing is recorded");
                },
                EarlierDecisionsFixture.none(rulesets),
                NewerLawFixture.NONE,
                SecondOpinionFixture.NONE,
                () -> new DecisionId(UUID.randomUUID()),
                () -> Secret.random(new SecureRandom()),
                new SearchKey(Secret.random(new SecureRandom())),
                Clock.systemUTC(),
                "",
                100);
        decide.assess(application);
    }

    /** Another term than before; what the analyst's spreadsheet program does is not measured. */
    @Setup(Level.Iteration)
    public void save() throws IOException {
        int term = 2 + saved++ % 2;
        String workbook = "decision-tables/outcome.xlsx";
        Files.write(
                folder.resolve(workbook),
                new EditedPolicyFixture()
                        .edit("outcome.xlsx", book -> book.getSheet("Term")
                                .getRow(8)
                                .getCell(4)
                                .setCellValue(term))
                        .bytes(workbook));
    }

    @TearDown
    public void stop() throws IOException {
        rulesets.close();
        List<Path> paths = new ArrayList<>();
        try (var all = Files.walk(folder)) {
            all.forEach(path -> paths.add(0, path));
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    /** The first change that a running service takes up. */
    @Benchmark
    @Fork(5)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Assessment firstReload() {
        rulesets.takeUp();
        return decide.assess(application);
    }

    /** All of it: notice the change, read, check, compile, swap, decide. */
    @Benchmark
    public Assessment reload() {
        rulesets.takeUp();
        return decide.assess(application);
    }

    @Benchmark
    public List<PolicyFile> readFiles() {
        return source.files();
    }

    /** From bytes to sheets. */
    @Benchmark
    public int readWorkbooks() {
        int read = 0;
        for (PolicyFile file : files) {
            if (file.path().endsWith(".xlsx")) {
                read += workbooks
                        .read(file.path(), file.bytes(), Limits.USUAL.allowance(), finding -> {})
                        .size();
            }
        }
        return read;
    }

    /** From sheets to a ruleset with its revision, checks of every cell included. */
    @Benchmark
    public Ruleset readRuleset() throws FaultyRuleset {
        return readerOfSheets.read(files);
    }

    /** From a ruleset to a rule base, which is then given up. */
    @Benchmark
    public String compile() throws FaultyRuleset {
        try (RuleBase compiled = new DroolsCompiler().compile(ruleset)) {
            return compiled.toString();
        }
    }

    /** The part of compiling that is not Drools. */
    @Benchmark
    public List<TableIndex> index() {
        return ruleset.tables().stream()
                .map(table -> new TableIndex(table, new FactLayout(ruleset.vocabulary())))
                .toList();
    }

    /** What the command {@code check} does: the same, and every scenario, and the proofs about tables. */
    @Benchmark
    public PolicyCheck.Result check() {
        return check.check(files);
    }

    private static final class NothingKept implements RevisionStore {
        @Override
        public void store(Revision revision, List<PolicyFile> files, Instant at) {}

        @Override
        public Optional<List<PolicyFile>> files(Revision revision) {
            return Optional.empty();
        }

        @Override
        public List<Stored> list() {
            return List.of();
        }
    }
}
