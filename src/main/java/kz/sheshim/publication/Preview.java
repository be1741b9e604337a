package kz.sheshim.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.analysis.TableAnalysis;
import kz.sheshim.analysis.TableChange;
import kz.sheshim.analysis.TableComparison;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.Reference;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.engine.RulesNeverEnd;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.Severity;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.scenario.Scenario;
import kz.sheshim.scenario.ScenarioReader;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.verdict.Verdict;

/** What a change of one table comes to, quickly enough to be shown while somebody types it. A dossier says more. */
public final class Preview {
    private final PolicyCompiler compiler;
    private final TableComparison comparison;
    private final TableAnalysis analysis;

    public Preview(PolicyCompiler compiler, TableComparison comparison, TableAnalysis analysis) {
        this.compiler = compiler;
        this.comparison = comparison;
        this.analysis = analysis;
    }

    /**
     * What was seen.
     *
     * @param findings what is wrong with the files, and with the table if it was not wrong before
     * @param flips what becomes of scenarios; empty if that cannot be said before the rules are compiled
     * @param meaning what the change comes to in cases; empty if the table cannot be read
     */
    public record Seen(List<Finding> findings, Optional<Flips> flips, Optional<TableChange> meaning) {
        public Seen {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Scenarios that change.
     *
     * @param otherwise those that are decided otherwise, those that fail first
     * @param failing number of those that fail
     * @param byOtherRules number of those that are decided the same by other rules
     */
    public record Flips(List<String> otherwise, int failing, long byOtherRules) {
        public Flips {
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * Compares files with the law that they change.
     *
     * @param table the id of the table that was changed
     */
    public Seen of(List<PolicyFile> files, DecidingPolicy law, String table) {
        List<Finding> findings = new ArrayList<>();
        List<ScenarioSheet> sheets = new ArrayList<>();
        Optional<Ruleset> read = compiler.reader().read(files, findings::add, sheets::add);
        boolean faulty = findings.stream().anyMatch(finding -> finding.defect().severity() == Severity.ERROR);
        Optional<DecisionTable> before = table(law.ruleset(), table);
        Optional<DecisionTable> after = read.flatMap(ruleset -> table(ruleset, table));
        if (faulty || before.isEmpty() || after.isEmpty()) {
            return new Seen(findings, Optional.empty(), Optional.empty());
        }
        List<Finding> proved = analysis.of(read.get(), after.get());
        if (!proved.isEmpty()) { // otherwise the law in force need not be proved again with each letter that is typed
            Set<Defect> old = analysis.of(law.ruleset(), before.get()).stream()
                    .map(Finding::defect)
                    .collect(Collectors.toSet());
            proved.stream().filter(finding -> !old.contains(finding.defect())).forEach(findings::add);
        }
        boolean comparable = before.get().reads().containsAll(after.get().reads());
        return new Seen(
                findings,
                comparable
                        ? Optional.of(
                                flips(ScenarioReader.read(sheets, law.ruleset(), finding -> {}), law, after.get()))
                        : Optional.empty(),
                Optional.of(comparison.compare(law.ruleset(), before.get(), read.get(), after.get())));
    }

    private static Flips flips(List<Scenario> scenarios, DecidingPolicy law, DecisionTable changed) {
        Reference before = law.reference();
        Reference after = law.reference(changed);
        List<String> failing = new ArrayList<>();
        List<String> passing = new ArrayList<>();
        long byOtherRules = 0;
        for (Scenario scenario : scenarios) {
            Object was = opinion(() -> before.decide(scenario.facts()));
            Object is = opinion(() -> after.decide(scenario.facts()));
            if (was.equals(is)) {
                continue;
            }
            if (was instanceof Verdict said && is instanceof Verdict says && said.decidesAs(says)) {
                byOtherRules++;
            } else {
                boolean passes = is instanceof Verdict says && scenario.isMetBy(says);
                (passes ? passing : failing).add(scenario.id());
            }
        }
        return new Flips(Stream.of(failing, passing).flatMap(List::stream).toList(), failing.size(), byOtherRules);
    }

    private static Object opinion(Supplier<?> verdict) {
        try {
            return verdict.get();
        } catch (RulesConflict conflict) {
            return conflict.rules();
        } catch (RulesNeverEnd endless) {
            return endless.rule();
        }
    }

    private static Optional<DecisionTable> table(Ruleset ruleset, String id) {
        return ruleset.tables().stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
