package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Truth;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;
import kz.sheshim.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How a verdict came about: every rule of every table that was evaluated, and the truth of each of its cells.
 *
 * @param verdict empty when rules contradict each other
 * @param conflict the contradiction, if there is one
 * @param facts those of the application with all that was derived from them
 * @param tables in the order of evaluation
 */
public record Trace(
        Optional<Verdict> verdict, Optional<RulesConflict> conflict, Facts facts, List<TracedTable> tables) {

    /** A table that was evaluated. */
    public record TracedTable(DecisionTable table, List<TracedRule> rules) {
        public TracedTable {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A rule, read for one instance.
     *
     * @param instance the instance that the table is evaluated for, or {@link FactPath#ONCE}
     * @param begun whether the rule is in force since the day that its table is dated by, or before it
     * @param notEnded whether it is in force until that day, or after it
     * @param cells the truth of each condition, in the order of {@link Rule#conditions}
     */
    public record TracedRule(Rule rule, int instance, Truth begun, Truth notEnded, List<Truth> cells) {
        public TracedRule {
            cells = List.copyOf(cells);
        }

        /** Whether the rule is in force on the day that its table is dated by. */
        public Truth inForce() {
            return begun.and(notEnded);
        }

        /** Whether the rule holds: it is in force and all its conditions are true. */
        public Truth truth() {
            Truth truth = inForce();
            for (Truth cell : cells) {
                truth = truth.and(cell);
            }
            return truth;
        }
    }

    public Trace {
        tables = List.copyOf(tables);
    }

    static Trace of(
            @Nullable Verdict verdict, @Nullable RulesConflict conflict, Facts facts, List<DecisionTable> evaluated) {
        return new Trace(
                Optional.ofNullable(verdict),
                Optional.ofNullable(conflict),
                facts,
                evaluated.stream()
                        .map(table -> new TracedTable(table, rules(table, facts)))
                        .toList());
    }

    private static List<TracedRule> rules(DecisionTable table, Facts facts) {
        List<TracedRule> traced = new ArrayList<>();
        int[] instances = table.forEach() == null
                ? new int[] {FactPath.ONCE}
                : facts.indexes(table.forEach()).toArray();
        for (Rule rule : table.rules()) {
            Period period = rule.inForce();
            Truth begun = RuleReading.contains(new Period(period.from(), null), table, facts);
            Truth notEnded = RuleReading.contains(new Period(null, period.until()), table, facts);
            for (int instance : instances) {
                List<Truth> cells = new ArrayList<>(rule.conditions().size());
                for (FieldCondition cell : rule.conditions()) {
                    cells.add(cell.condition().test(FieldCondition.at(cell.reads(facts, instance), facts)));
                }
                traced.add(new TracedRule(rule, instance, begun, notEnded, cells));
            }
        }
        return traced;
    }
}
