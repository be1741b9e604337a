package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** Finds verdicts by one ruleset; any number of threads may ask. */
public final class Evaluator {
    private final Ruleset ruleset;
    private final RuleBase ruleBase;
    private final @Nullable PreparedTable[] tables;
    private final @Nullable DerivedField[] derived;
    private final Ranking ranking;
    private final FactLayout layout;
    private final Plan plan;
    private final VerdictSlots slots;
    private final FactSlot dating;
    private final List<Plan.Planned> stepsToDate = new ArrayList<>();

    public Evaluator(Ruleset ruleset, RuleBase ruleBase) {
        this.ruleset = ruleset;
        this.ruleBase = ruleBase;
        layout = new FactLayout(ruleset.vocabulary());
        plan = Plan.of(ruleset);
        tables = new PreparedTable[plan.steps().size()];
        derived = new DerivedField[tables.length];
        ranking = new Ranking(ruleset.catalogue());
        slots = VerdictSlots.of(layout);
        dating = layout.slot(ruleset.policy().datedBy());
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
        return plan;
    }

    FactLayout layout() {
        return layout;
    }

    Ranking ranking() {
        return ranking;
    }

    VerdictSlots slots() {
        return slots;
    }

    /** The date that the law is dated by. */
    FactSlot dating() {
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
    PreparedTable table(Plan.Planned planned) {
        PreparedTable table = tables[planned.place()];
        if (table == null) {
            DecisionTable examined = ((Plan.Step.Examine) planned.step()).table();
            table = new PreparedTable(examined, first(examined), this);
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
            found = new DerivedField(field, layout);
            derived[planned.place()] = found;
        }
        return found;
    }
}
