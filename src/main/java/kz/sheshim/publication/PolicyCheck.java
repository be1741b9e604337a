package kz.sheshim.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.cell.CalendarEndsSoon;
import kz.sheshim.policy.Calendar;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.scenario.MutationScore;
import kz.sheshim.scenario.ReferenceCheck;
import kz.sheshim.scenario.Scenario;
import kz.sheshim.scenario.ScenarioReader;
import kz.sheshim.scenario.ScenarioRun;

/**
 * Reads and compiles a policy's files without putting them in force, runs their scenarios, proves what can be proved about their tables, and tells everything that is wrong with them.
 */
public final class PolicyCheck {

    /**
     * What came of it.
     *
     * @param ruleset empty when the files cannot be used
     * @param findings sorted by place
     * @param scenarios what came of the scenarios; empty when they could not be run
     * @param mutation what the scenarios would notice; empty when nobody asked
     */
    public record Result(
            Optional<Ruleset> ruleset,
            List<Finding> findings,
            Optional<ScenarioRun> scenarios,
            Optional<MutationScore> mutation) {
        public Result {
            findings = findings.stream()
                    .sorted(Comparator.comparing(Finding::address))
                    .toList();
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

    /** Everything that is wrong. */
    public Result check(List<PolicyFile> files) {
        return check(files, (policy, run) -> Optional.empty());
    }

    /**
     * The same, and which small mistakes in the tables the scenarios would notice.
     *
     * @param progress told now and then which part is done
     */
    public Result checkWithMutants(List<PolicyFile> files, Consumer<Double> progress) {
        return check(files, (policy, run) -> Optional.of(MutationScore.of(run, policy, progress)));
    }

    /** What keeps the files from being used; no scenario is run, and nothing is proved about the tables. */
    public Result read(List<PolicyFile> files) {
        List<Finding> findings = new ArrayList<>();
        Optional<Ruleset> read = compiler.reader().read(files, findings::add);
        return compiled(
                read,
                usable(findings),
                findings,
                policy -> new Result(read, findings, Optional.empty(), Optional.empty()));
    }

    /** What is tried with scenarios that were run. */
    private interface Trial {
        Optional<MutationScore> on(DecidingPolicy policy, ScenarioRun run);
    }

    private Result check(List<PolicyFile> files, Trial trial) {
        List<Finding> findings = new ArrayList<>();
        List<ScenarioSheet> sheets = new ArrayList<>();
        Optional<Ruleset> read = compiler.reader().read(files, findings::add, sheets::add);
        boolean usable = usable(findings);
        List<Scenario> scenarios = read.map(ruleset -> ScenarioReader.read(sheets, ruleset, findings::add))
                .orElse(List.of());
        return compiled(read, usable, findings, policy -> {
            ScenarioRun run = ScenarioRun.of(scenarios, policy);
            findings.addAll(run.failures());
            findings.addAll(ReferenceCheck.of(scenarios, policy));
            findings.addAll(analysis.of(policy.ruleset()));
            calendarEnds(policy.ruleset().calendar(), findings);
            return new Result(read, findings, Optional.of(run), trial.on(policy, run));
        });
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

    private static boolean usable(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.defect().severity() == Severity.ERROR);
    }

    private void calendarEnds(Calendar calendar, List<Finding> findings) {
        LocalDate today = LocalDate.now(clock);
        if (calendar.knownUntil().isBefore(today.plusDays(CALENDAR_DAYS))) {
            findings.add(Finding.at(calendar.end(), new CalendarEndsSoon(calendar.knownUntil(), today)));
        }
    }
}
