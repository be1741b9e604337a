package kz.sheshim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.sheshim.engine.Evaluator;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.RuleId;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.Verdict;

/** What came of deciding every scenario by the rules: which pass, and what they exercise. */
public record ScenarioRun(List<Result> results, Coverage coverage) {

    /**
     * What came of one scenario.
     *
     * @param failures one finding for each expectation that the rules do not meet, at its cell
     * @param matched the rules that matched
     * @param examined the tables that were examined
     */
    public record Result(Scenario scenario, List<Finding> failures, Set<RuleId> matched, Set<String> examined) {
        public Result {
            failures = List.copyOf(failures);
            matched = Set.copyOf(matched);
            examined = Set.copyOf(examined);
        }

        public boolean passes() {
            return failures.isEmpty();
        }
    }

    public ScenarioRun {
        results = List.copyOf(results);
    }

    public static ScenarioRun of(List<Scenario> scenarios, Ruleset ruleset, RuleBase rules) {
        Watch watch = new Watch(rules);
        Evaluator evaluator = new Evaluator(ruleset, watch);
        List<Result> results = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            watch.next();
            results.add(result(scenario, evaluator, watch));
        }
        Set<RuleId> matched = new LinkedHashSet<>();
        results.forEach(result -> matched.addAll(result.matched()));
        return new ScenarioRun(results, Coverage.of(ruleset, matched, watch));
    }

    private static Result result(Scenario scenario, Evaluator evaluator, Watch watch) {
        List<Finding> failures = new ArrayList<>();
        Set<RuleId> matched = new LinkedHashSet<>();
        try {
            Verdict verdict = evaluator.evaluate(scenario.facts());
            verdict.matched().stream().map(MatchedRule::rule).forEach(matched::add);
            scenario.expected().stream()
                    .map(each -> each.failure(scenario.id(), verdict))
                    .flatMap(Optional::stream)
                    .forEach(failures::add);
        } catch (RulesConflict e) {
            failures.add(scenario.expected().get(0).failure(scenario.id(), "no verdict, since " + e.getMessage()));
        }
        return new Result(scenario, failures, matched, watch.examined());
    }

    /** All failures, in the order of the scenarios. */
    public List<Finding> failures() {
        return results.stream().flatMap(result -> result.failures().stream()).toList();
    }

    public long passed() {
        return results.stream().filter(Result::passes).count();
    }
}
