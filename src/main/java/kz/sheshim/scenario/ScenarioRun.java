package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.engine.Trace;
import kz.sheshim.finding.Finding;
import kz.sheshim.table.RuleId;
import kz.sheshim.verdict.MatchedRule;

/** What came of deciding every scenario by the rules: which pass, and what they exercise. */
public record ScenarioRun(List<Result> results, Coverage coverage) {

    /**
     * What came of one scenario.
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
    }

    public static ScenarioRun of(List<Scenario> scenarios, DecidingPolicy policy) {
        Exercised exercised = new Exercised();
        List<Result> results = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            Trace trace = policy.explain(scenario.facts());
            exercised.add(trace);
            results.add(result(scenario, trace));
        }
        Set<RuleId> matched = new LinkedHashSet<>();
        results.forEach(result -> matched.addAll(result.matched()));
        return new ScenarioRun(results, Coverage.of(policy.ruleset(), matched, exercised));
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
        return scenario.expected().get(0).failure(scenario.id(), "no verdict, since " + conflict.getMessage());
    }

    /** All failures, in the order of the scenarios. */
    public List<Finding> failures() {
        return results.stream().flatMap(result -> result.failures().stream()).toList();
    }

    public long passed() {
        return results.stream().filter(Result::passes).count();
    }
}
