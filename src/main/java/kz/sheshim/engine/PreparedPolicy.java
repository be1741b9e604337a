package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.policy.Plan;
import kz.sheshim.policy.Plan.PlannedStep;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldPath;

/** What evaluations share: the plan of a ruleset, and its tables and derived fields with the places of the facts that they read. Any number of threads. */
final class PreparedPolicy {
    private final Ruleset ruleset;
    private final FactLayout layout;
    private final Plan plan;
    private final AtomicReferenceArray<PreparedTable> tables;
    private final AtomicReferenceArray<DerivedField> derived;
    private final Ranking ranking;
    private final VerdictSlots slots;
    private final FactSlot filingDay;
    private final List<PlannedStep> stepsToFilingDay;
    private final TextValues textValues;

    /** @param layout of the ruleset's vocabulary */
    PreparedPolicy(Ruleset ruleset, FactLayout layout) {
        this.ruleset = ruleset;
        this.layout = layout;
        plan = Plan.of(ruleset);
        tables = new AtomicReferenceArray<>(plan.steps().size());
        derived = new AtomicReferenceArray<>(plan.steps().size());
        ranking = new Ranking(ruleset.catalogue());
        slots = VerdictSlots.of(layout);
        filingDay = layout.slot(ruleset.policy().datedBy());
        stepsToFilingDay = stepsTo(filingDay.field().path());
        textValues = new TextValues(ruleset);
    }

    /** The same policy with this table in the place of the one with the same id. It reads no field that the other one does not read. */
    PreparedPolicy with(DecisionTable table) {
        return new PreparedPolicy(this, table);
    }

    private PreparedPolicy(PreparedPolicy other, DecisionTable changed) {
        ruleset = other.ruleset;
        layout = other.layout;
        plan = other.plan;
        derived = other.derived;
        ranking = other.ranking;
        slots = other.slots;
        filingDay = other.filingDay;
        stepsToFilingDay = other.stepsToFilingDay;
        textValues = other.textValues;
        tables = new AtomicReferenceArray<>(other.tables.length());
        for (PlannedStep step : plan.steps()) {
            step.step().evaluated().ifPresent(evaluated -> {
                PreparedTable table = other.table(step, evaluated);
                tables.set(step.place(), evaluated.id().equals(changed.id()) ? table.with(changed, this) : table);
            });
        }
    }

    /** The steps that make a field known, each after those that it needs. */
    List<PlannedStep> stepsTo(FieldPath field) {
        List<PlannedStep> steps = new ArrayList<>();
        plan.givers(field).forEach(giver -> addStepsTo(giver, steps));
        return steps;
    }

    private void addStepsTo(Plan.Step step, List<PlannedStep> steps) {
        plan.needs(step).forEach(need -> addStepsTo(need, steps));
        steps.add(plan.planned(step));
    }

    /** Which fields the texts of verdicts name. */
    TextValues textValues() {
        return textValues;
    }

    Ruleset ruleset() {
        return ruleset;
    }

    FactLayout layout() {
        return layout;
    }

    Plan plan() {
        return plan;
    }

    Ranking ranking() {
        return ranking;
    }

    VerdictSlots slots() {
        return slots;
    }

    /** The date that decides which rules are in force. */
    FactSlot filingDay() {
        return filingDay;
    }

    /** The steps that make this date known, each after those that it needs. */
    List<PlannedStep> stepsToFilingDay() {
        return stepsToFilingDay;
    }

    /** The table at this place in the plan, prepared when it is first needed. */
    PreparedTable table(PlannedStep step, DecisionTable table) {
        PreparedTable prepared = tables.get(step.place());
        if (prepared == null) {
            prepared = new PreparedTable(table, firstOf(table), this);
            tables.set(step.place(), prepared);
        }
        return prepared;
    }

    /** The number of rules in the tables whose id comes before. */
    private int firstOf(DecisionTable table) {
        int first = 0;
        for (DecisionTable other : ruleset.tables()) {
            first += other.id().compareTo(table.id()) < 0 ? other.rules().size() : 0;
        }
        return first;
    }

    /** The field that is derived at this place in the plan. */
    DerivedField derived(PlannedStep step, Field field) {
        DerivedField prepared = derived.get(step.place());
        if (prepared == null) {
            prepared = new DerivedField(field, layout, ruleset.calendar());
            derived.set(step.place(), prepared);
        }
        return prepared;
    }
}
