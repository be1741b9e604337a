package kz.sheshim.engine;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Truth;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.Period;
import kz.sheshim.table.Rule;

/**
 * A rule of a table as plain Java reads it for one instance: whether it holds, and which facts it misses. The second opinion on the compiled rules.
 *
 * @param missing the facts that an open rule needs; empty for another one
 */
public record RuleReading(Truth truth, SortedSet<FactPath> missing) {

    public static RuleReading of(DecisionTable table, Rule rule, Facts facts, int index) {
        Truth truth = inForce(table, rule, facts);
        SortedSet<FactPath> missing = new TreeSet<>();
        if (truth == Truth.UNKNOWN) {
            collect(facts.get(dated(table)), missing);
        }
        for (FieldCondition condition : rule.conditions()) {
            List<Fact> read = FieldCondition.at(condition.reads(facts, index), facts);
            Truth answer = condition.condition().test(read);
            truth = truth.and(answer);
            if (answer == Truth.UNKNOWN) {
                read.forEach(fact -> collect(fact, missing));
            }
        }
        return new RuleReading(truth, truth == Truth.UNKNOWN ? missing : new TreeSet<>());
    }

    private static void collect(Fact fact, SortedSet<FactPath> missing) {
        if (fact instanceof Fact.Unknown unknown) {
            missing.addAll(unknown.missing());
        }
    }

    private static FactPath dated(DecisionTable table) {
        return new FactPath(table.datedBy(), FactPath.ONCE);
    }

    /** Whether the rule is in force on the day that its table is dated by. */
    public static Truth inForce(DecisionTable table, Rule rule, Facts facts) {
        return contains(rule.inForce(), table, facts);
    }

    /** Whether the day that a table is dated by lies in the period. */
    static Truth contains(Period period, DecisionTable table, Facts facts) {
        if (period.unbounded()) {
            return Truth.TRUE;
        }
        Fact day = facts.get(dated(table));
        if (day.unknown()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(day instanceof Fact.Known known && period.contains((java.time.LocalDate) known.value()));
    }
}
