package kz.sheshim.scenario;

import java.util.List;
import kz.sheshim.engine.Evaluator;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.scenario.EnginesDisagree;
import kz.sheshim.policy.Ruleset;

/** Whether the rules that decide applications give every scenario the verdict that the reference gives it, one rule for every row. */
public final class SecondOpinion {
    private SecondOpinion() {}

    /** A finding for each scenario whose verdicts differ. */
    public static List<Finding> of(List<Scenario> scenarios, Ruleset ruleset, RuleBase rules, RuleBase rows) {
        Evaluator deciding = new Evaluator(ruleset, rules);
        Evaluator reference = new Evaluator(ruleset, rows);
        return scenarios.stream()
                .filter(scenario -> !opinion(deciding, scenario).equals(opinion(reference, scenario)))
                .map(scenario -> Finding.at(scenario.address(), new EnginesDisagree(scenario.id())))
                .toList();
    }

    private static Object opinion(Evaluator evaluator, Scenario scenario) {
        try {
            return evaluator.evaluate(scenario.facts());
        } catch (RulesConflict conflict) {
            return conflict.rules();
        }
    }
}
