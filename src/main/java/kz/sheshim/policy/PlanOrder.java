package kz.sheshim.policy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.sheshim.policy.Plan.Phase;
import kz.sheshim.policy.Plan.PlannedStep;
import kz.sheshim.policy.Plan.Step;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.DecisionTable;

/** Puts the steps of a plan in one order, which is the same for every application. */
final class PlanOrder {
    private final Plan plan;
    private final Map<Step, PlannedStep> planned = new LinkedHashMap<>();
    private final Set<Step> afterOutcome = new HashSet<>();

    PlanOrder(Plan plan, List<Step> steps) {
        this.plan = plan;
        for (DecisionTable table : plan.verdictTables()) {
            if (plan.phase(table) != Phase.STAGES) {
                mark(new Step.Evaluate(table));
            }
        }
        for (DecisionTable table : plan.verdictTables()) {
            take(new Step.Evaluate(table), plan.phase(table), plan.stage(table));
        }
        steps.forEach(step -> take(step, Phase.TERM, Integer.MAX_VALUE));
    }

    private void mark(Step step) {
        if (afterOutcome.add(step)) {
            facts(step).forEach(this::mark);
        }
    }

    private void take(Step step, Phase phase, int stage) {
        if (!planned.containsKey(step)) {
            facts(step).forEach(need -> take(need, phase, stage));
            planned.put(step, new PlannedStep(step, planned.size(), phase, stage, afterOutcome.contains(step)));
        }
    }

    /** The steps whose facts a step reads. That it waits for the outcome, which hangs on other tables, is said by its phase. */
    private List<Step> facts(Step step) {
        return plan.needs(step).stream()
                .filter(need -> need.gives() == ConclusionKind.FACT)
                .toList();
    }

    List<PlannedStep> steps() {
        return List.copyOf(planned.values());
    }
}
