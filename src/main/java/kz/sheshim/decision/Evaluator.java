package kz.sheshim.decision;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Field;
import kz.sheshim.facts.Slot;
import kz.sheshim.ruleset.Plan;
import kz.sheshim.ruleset.Ruleset;
import kz.sheshim.table.DecisionTable;
import org.jspecify.annotations.Nullable;

/** Finds verdicts by one ruleset; any number of threads may ask. */
public final class Evaluator {
    private final Ruleset ruleset;
    private final RuleBase ruleBase;
    private final @Nullable TableRows[] tables;
    private final @Nullable DerivedField[] derived;
    private final Ranking ranking;
    private final VerdictSlots slots;
    private final Slot dating;
    private final List<Plan.Planned> stepsToDate = new ArrayList<>();

    public Evaluator(Ruleset ruleset, RuleBase ruleBase) {
        this.ruleset = ruleset;
        this.ruleBase = ruleBase;
        tables = new TableRows[ruleset.plan().steps().size()];
        derived = new DerivedField[tables.length];
        ranking = new Ranking(ruleset.catalogue());
        slots = VerdictSlots.of(ruleset.vocabulary());
        dating = ruleset.vocabulary().slot(ruleset.policy().datedBy());
        plan().givers(dating.field().path()).forEach(this::addStepToDate);
    }

    private void addStepToDate(Plan.Step step) {
        plan().needs(step).forEach(this::addStepToDate);
        stepsToDate.add(plan().planned(step));
    }

    public Ruleset ruleset() {
        return ruleset;
    }

    Plan plan() {
        return ruleset.plan();
    }

    Ranking ranking() {
        return ranking;
    }

    VerdictSlots slots() {
        return slots;
    }

    /** The date that the law is dated by. */
    Slot dating() {
        return dating;
    }

    /** The steps that make this date known, each after those that it needs. */
    List<Plan.Planned> stepsToDate() {
        return stepsToDate;
    }

    /**
     * The verdict on the facts, which are left as they are.
     *
     * @throws RulesConflict if rules that hold contradict each other
     */
    public Verdict evaluate(Facts facts) {
        Facts growing = facts.copy();
        try (RuleBase.Session session = ruleBase.open(growing)) {
            return new Evaluation(this, growing, session).verdict();
        }
    }

    /** The table at this place in the plan. */
    TableRows table(Plan.Planned planned) {
        TableRows table = tables[planned.place()];
        if (table == null) {
            DecisionTable examined = ((Plan.Step.Examine) planned.step()).table();
            table = new TableRows(examined, first(examined), this);
            tables[planned.place()] = table;
        }
        return table;
    }

    /** How many rules stand in tables whose id comes before. */
    private int first(DecisionTable table) {
        int first = 0;
        for (DecisionTable other : ruleset.tables()) {
            first += other.id().compareTo(table.id()) < 0 ? other.rules().size() : 0;
        }
        return first;
    }

    /** The field that is derived at this place in the plan. */
    DerivedField derived(Plan.Planned planned, Field field) {
        DerivedField found = derived[planned.place()];
        if (found == null) {
            found = new DerivedField(field, ruleset.vocabulary());
            derived[planned.place()] = found;
        }
        return found;
    }
}
