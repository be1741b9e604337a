package kz.sheshim.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.cell.CalendarEndsSoon;
import kz.sheshim.policy.Calendar;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.Repetitions;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.publication.Activity.Kind;
import kz.sheshim.scenario.MutationScore;
import kz.sheshim.scenario.ReferenceCheck;
import kz.sheshim.scenario.Scenario;
import kz.sheshim.scenario.ScenarioReader;
import kz.sheshim.scenario.ScenarioRun;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.SheetAddress;

/**
 * Reads and compiles a policy's files without putting them in force, runs their scenarios, proves what can be proved about their tables, and tells everything that is wrong with them.
 */
public final class PolicyCheck {

    /**
     * What the check found.
     *
     * @param ruleset empty when the files cannot be read or compiled, so that nothing can be decided
     * @param findings sorted by place
     * @param scenarios the results of the scenarios; empty when they could not be run
     * @param mutation what the scenarios would notice; empty when nobody asked
     */
    public record Result(
            Optional<Ruleset> ruleset,
            List<Finding> findings,
            Optional<ScenarioRun> scenarios,
            Optional<MutationScore> mutation) {
        public Result {
            findings = sorted(findings);
        }

        /** None of the findings is an error. */
        public boolean usable() {
            return PolicyCheck.usable(findings);
        }
    }

    /** A calendar should be known for so many days from today. */
    private static final int CALENDAR_DAYS = 60;

    private final PolicyCompiler compiler;
    private final TableAnalysis analysis;
    private final Clock clock;

    public PolicyCheck(PolicyCompiler compiler, TableAnalysis analysis, Clock clock) {
        this.compiler = compiler;
        this.analysis = analysis;
        this.clock = clock;
    }

    /** Follows a check while it works. */
    public interface Watcher {
        /** Follows nothing. */
        Watcher NONE = new Watcher() {
            @Override
            public void begins(Activity activity) {}

            @Override
            public void found(List<Finding> findings) {}
        };

        /** A phase begins. */
        void begins(Activity activity);

        /** The findings of the phase, sorted by place. */
        void found(List<Finding> findings);
    }

    /** Everything that is wrong. */
    public Result check(List<PolicyFile> files) {
        return check(files, Watcher.NONE);
    }

    /** The same, told phase by phase: first what is wrong with the files, then with scenarios, then with tables. */
    public Result check(List<PolicyFile> files, Watcher watcher) {
        return check(files, watcher, (policy, run) -> Optional.empty());
    }

    /**
     * The same, and which small mistakes in the tables the scenarios would notice.
     *
     * @param progress told now and then which part is done
     */
    public Result checkWithMutants(List<PolicyFile> files, Consumer<Double> progress) {
        return check(files, Watcher.NONE, (policy, run) -> Optional.of(MutationScore.of(run, policy, progress)));
    }

    /**
     * The same, told phase by phase.
     *
     * @param enough whether no further mistake shall be tried
     */
    Result checkWithMutants(List<PolicyFile> files, Watcher watcher, BooleanSupplier enough) {
        return check(files, watcher, (policy, run) -> {
            watcher.begins(Activity.of(Kind.TRYING_MISTAKES));
            return Optional.of(MutationScore.of(run, policy, done -> {}, enough));
        });
    }

    /** What is tried with scenarios that were run. */
    private interface Trial {
        Optional<MutationScore> on(DecidingPolicy policy, ScenarioRun run);
    }

    private Result check(List<PolicyFile> files, Watcher watcher, Trial trial) {
        watcher.begins(Activity.of(Kind.READING));
        List<Finding> findings = new ArrayList<>();
        List<ScenarioSheet> sheets = new ArrayList<>();
        Optional<Ruleset> read = compiler.reader().read(files, findings::add, sheets::add);
        boolean usable = usable(findings);
        List<Scenario> scenarios = read.map(ruleset -> ScenarioReader.read(sheets, ruleset, findings::add))
                .orElse(List.of());
        watcher.found(sorted(findings));
        watcher.begins(Activity.of(Kind.COMPILING));
        int before = findings.size();
        Result result = compiled(read, usable, findings, policy -> {
            watcher.begins(new Activity(Kind.DECIDING_SCENARIOS, scenarios.size()));
            CompletableFuture<List<Finding>> disagreements =
                    CompletableFuture.supplyAsync(() -> ReferenceCheck.of(scenarios, policy));
            ScenarioRun run;
            try {
                run = ScenarioRun.of(scenarios, policy);
            } finally {
                disagreements.exceptionally(failed -> List.of()).join(); // the policy is closed after it
            }
            add(Stream.concat(run.findings().stream(), disagreements.join().stream()), findings, watcher);
            watcher.begins(
                    new Activity(Kind.ANALYSING, policy.ruleset().tables().size()));
            List<Finding> proved = Repetitions.inOne(analysis.of(run.repaired()));
            add(
                    Stream.of(
                                    proved.stream(),
                                    contradictions(run, policy.ruleset(), proved),
                                    calendarEnds(policy.ruleset().calendar()).stream())
                            .flatMap(each -> each),
                    findings,
                    watcher);
            return new Result(read, findings, Optional.of(run), trial.on(policy, run));
        });
        if (result.scenarios().isEmpty()) {
            watcher.found(sorted(findings.subList(before, findings.size())));
        }
        return result;
    }

    /** What scenarios show of rules that contradict each other, where it is not proved of their table already. */
    private static Stream<Finding> contradictions(ScenarioRun run, Ruleset ruleset, List<Finding> proved) {
        Set<SheetAddress> told = proved.stream()
                .filter(finding -> finding.defect().severity() == Severity.ERROR)
                .flatMap(finding ->
                        finding.address() instanceof CellAddress cell ? Stream.of(cell.ofSheet()) : Stream.of())
                .collect(Collectors.toSet());
        return run.contradictions().entrySet().stream()
                .filter(each -> each.getKey().stream()
                        .noneMatch(rule -> told.contains(ruleset.address(rule).ofSheet())))
                .flatMap(each -> each.getValue().stream());
    }

    private static void add(Stream<Finding> found, List<Finding> findings, Watcher watcher) {
        List<Finding> all = found.toList();
        findings.addAll(all);
        watcher.found(sorted(all));
    }

    /** What is found out about the policy once it is compiled, if it can be. */
    private Result compiled(
            Optional<Ruleset> read, boolean usable, List<Finding> findings, Function<DecidingPolicy, Result> result) {
        if (read.isPresent() && usable) {
            try (DecidingPolicy policy = compiler.compile(read.get())) {
                return result.apply(policy);
            } catch (FaultyRuleset e) {
                findings.addAll(e.findings());
            }
        }
        return new Result(Optional.empty(), findings, Optional.empty(), Optional.empty());
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted(Comparator.comparing(Finding::address)).toList();
    }

    private static boolean usable(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.defect().severity() == Severity.ERROR);
    }

    private Optional<Finding> calendarEnds(Calendar calendar) {
        LocalDate today = LocalDate.now(clock);
        return calendar.knownUntil().isBefore(today.plusDays(CALENDAR_DAYS))
                ? Optional.of(Finding.at(calendar.end(), new CalendarEndsSoon(calendar.knownUntil(), today)))
                : Optional.empty();
    }
}
