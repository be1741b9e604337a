package kz.sheshim.decision;

import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Field;
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

    public Evaluator(Ruleset ruleset, RuleBase ruleBase) {
        this.ruleset = ruleset;
        this.ruleBase = ruleBase;
        tables = new TableRows[ruleset.plan().steps().size()];
        derived = new DerivedField[tables.length];
    }

    public Ruleset ruleset() {
        return ruleset;
    }

    Plan plan() {
        return ruleset.plan();
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
            table = new TableRows(examined, first(examined), ruleset.vocabulary());
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
