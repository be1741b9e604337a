package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.DecisionTooSlow;
import kz.sheshim.engine.NoVerdict;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.engine.RulesNeverEnd;
import kz.sheshim.engine.Trace;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.file.EndlessRule;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.RuleId;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Address;

/**
 * The results of deciding every scenario by the rules: which pass, and what they exercise.
 *
 * @param findings what is wrong, one for all scenarios that fail for one reason
 * @param repaired the rules as the scenarios would have them: with another text in the cells that findings name with what was meant
 * @param contradictions the rules that contradict each other in scenarios, and what is told of it where nothing is proved about their tables
 */
public record ScenarioRun(
        List<Result> results,
        Coverage coverage,
        List<Finding> findings,
        Map<Set<RuleId>, List<Finding>> contradictions,
        Ruleset repaired) {

    /**
     * The result of one scenario.
     *
     * @param failures one finding for each expectation that the rules do not meet, at its cell
     * @param matched the rules that matched
     * @param evaluated the tables that were evaluated
     */
    public record Result(Scenario scenario, List<Finding> failures, Set<RuleId> matched, Set<String> evaluated) {
        public Result {
            failures = List.copyOf(failures);
            matched = Set.copyOf(matched);
            evaluated = Set.copyOf(evaluated);
        }

        public boolean passes() {
            return failures.isEmpty();
        }
    }

    public ScenarioRun {
        results = List.copyOf(results);
        findings = List.copyOf(findings);
        contradictions = Map.copyOf(contradictions);
    }

    public static ScenarioRun of(List<Scenario> scenarios, DecidingPolicy policy) {
        Exercised exercised = new Exercised();
        Repairs repairs = new Repairs(policy);
        Causes causes = new Causes(policy.ruleset(), repairs);
        Map<Set<RuleId>, Causes> contradictions = new LinkedHashMap<>();
        Map<Address, Finding> endless = new LinkedHashMap<>();
        List<Finding> undecided = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            try {
                Trace trace = policy.explain(scenario.facts());
                exercised.add(trace);
                Result result = result(scenario, trace);
                trace.conflict()
                        .map(conflict -> contradictions.computeIfAbsent(
                                Set.copyOf(conflict.rules()), any -> new Causes(policy.ruleset(), repairs)))
                        .orElse(causes)
                        .add(result, trace);
                results.add(result);
                if (result.passes()) {
                    repairs.addPassing(scenario);
                }
            } catch (RulesNeverEnd never) {
                Finding finding = endless(scenario, never);
                endless.putIfAbsent(finding.address(), finding);
                results.add(new Result(scenario, List.of(finding), Set.of(), Set.of()));
            } catch (DecisionTooSlow tooSlow) {
                Finding finding = undecided(scenario, NoVerdict.phrase(tooSlow));
                undecided.add(finding);
                results.add(new Result(scenario, List.of(finding), Set.of(), Set.of()));
            }
        }
        Set<RuleId> matched = new LinkedHashSet<>();
        results.forEach(result -> matched.addAll(result.matched()));
        List<Finding> caused = causes.findings();
        return new ScenarioRun(
                results,
                Coverage.of(policy.ruleset(), matched, exercised),
                Stream.of(endless.values(), undecided, caused)
                        .flatMap(Collection::stream)
                        .toList(),
                contradictions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                        .findings())),
                causes.repaired());
    }

    private static Result result(Scenario scenario, Trace trace) {
        Set<String> evaluated =
                trace.tables().stream().map(table -> table.table().id()).collect(Collectors.toSet());
        return trace.verdict()
                .map(verdict -> new Result(
                        scenario,
                        scenario.expected().stream()
                                .map(each -> each.failure(scenario.id(), verdict))
                                .flatMap(Optional::stream)
                                .toList(),
                        verdict.matched().stream().map(MatchedRule::rule).collect(Collectors.toSet()),
                        evaluated))
                .orElseGet(() -> new Result(
                        scenario, List.of(conflict(scenario, trace.conflict().orElseThrow())), Set.of(), evaluated));
    }

    private static Finding conflict(Scenario scenario, RulesConflict conflict) {
        return undecided(scenario, Phrase.of("no verdict, since {0}", conflict.inFull()));
    }

    private static Finding undecided(Scenario scenario, Phrase why) {
        return scenario.expected().get(0).failure(scenario.id(), why);
    }

    private static Finding endless(Scenario scenario, RulesNeverEnd endless) {
        return Finding.at(endless.place(), new EndlessRule(endless.rule(), scenario.id()));
    }

    /** All failures, in the order of the scenarios; of a rule that does not stop, only the first. */
    public List<Finding> failures() {
        Set<Address> endless = new HashSet<>();
        return results.stream()
                .flatMap(result -> result.failures().stream())
                .filter(failure -> !(failure.defect() instanceof EndlessRule) || endless.add(failure.address()))
                .toList();
    }

    public long passed() {
        return results.stream().filter(Result::passes).count();
    }
}
