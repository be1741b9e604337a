package kz.sheshim.scenario;

import java.util.List;
import java.util.function.Supplier;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.DecisionTooSlow;
import kz.sheshim.engine.Reference;
import kz.sheshim.engine.RulesConflict;
import kz.sheshim.engine.RulesNeverEnd;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.scenario.EnginesDisagree;
import kz.sheshim.verdict.Verdict;

/** Whether the compiled rules give every scenario the verdict that a plain reading of the tables gives it. */
public final class ReferenceCheck {
    private ReferenceCheck() {}

    /** A finding for each scenario whose verdicts differ; {@link ScenarioRun} has one for those that take too long. */
    public static List<Finding> of(List<Scenario> scenarios, DecidingPolicy policy) {
        Reference reference = policy.reference();
        return scenarios.stream()
                .filter(scenario -> disagree(scenario, policy, reference))
                .map(scenario -> Finding.at(scenario.address(), new EnginesDisagree(scenario.id())))
                .toList();
    }

    private static boolean disagree(Scenario scenario, DecidingPolicy policy, Reference reference) {
        try {
            return !opinion(() -> policy.decide(scenario.facts()))
                    .equals(opinion(() -> reference.decide(scenario.facts())));
        } catch (DecisionTooSlow tooSlow) {
            return false;
        }
    }

    private static Object opinion(Supplier<Verdict> verdict) {
        try {
            return verdict.get();
        } catch (RulesConflict conflict) {
            return conflict.rules();
        } catch (RulesNeverEnd endless) {
            return endless.rule();
        }
    }
}
