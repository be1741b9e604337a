package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.sheshim.engine.Plan.Moment;
import kz.sheshim.engine.Plan.Part;
import kz.sheshim.engine.Plan.Planned;
import kz.sheshim.engine.Plan.Step;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.DecisionTable;

/** Puts the steps of a plan in one order, which is the same for every application. */
final class PlanOrder {
    private final Plan plan;
    private final Map<Step, Planned> planned = new LinkedHashMap<>();
    private final Set<Step> later = new HashSet<>();

    PlanOrder(Plan plan, List<Step> steps) {
        this.plan = plan;
        for (DecisionTable table : plan.examined()) {
            if (plan.moment(table) != Moment.STAGES) {
                mark(new Step.Examine(table));
            }
        }
        for (DecisionTable table : plan.examined()) {
            take(new Step.Examine(table), plan.moment(table), plan.stage(table));
        }
        steps.stream()
                .filter(Step.Derive.class::isInstance)
                .forEach(step -> take(step, Moment.TERM, Integer.MAX_VALUE));
    }

    private void mark(Step step) {
        if (later.add(step)) {
            facts(step).forEach(this::mark);
        }
    }

    private void take(Step step, Moment moment, int stage) {
        if (!planned.containsKey(step)) {
            facts(step).forEach(need -> take(need, moment, stage));
            planned.put(step, new Planned(step, planned.size(), moment, stage, later.contains(step)));
        }
    }

    /** The steps whose facts a step reads. That it waits for the outcome, which hangs on other tables, is said by its moment. */
    private List<Step> facts(Step step) {
        return plan.needs(step).stream()
                .filter(need -> !(need instanceof Step.Examine examine)
                        || examine.table().gives() == ConclusionKind.FACT)
                .toList();
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<Planned> part = new ArrayList<>();
        for (Planned next : planned.values()) {
            if (!part.isEmpty() && !goTogether(part.get(part.size() - 1), next)) {
                parts.add(new Part(parts.size(), part));
                part = new ArrayList<>();
            }
            part.add(next);
        }
        if (!part.isEmpty()) {
            parts.add(new Part(parts.size(), part));
        }
        return List.copyOf(parts);
    }

    private static boolean goTogether(Planned one, Planned next) {
        return !byRules(one) && !byRules(next);
    }

    private static boolean byRules(Planned planned) {
        return planned.step() instanceof Step.Derive derive && derive.field().byRules();
    }
}
