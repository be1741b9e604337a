package kz.sheshim.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.workbook.SheetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A decision table.
 *
 * @param forEach the entity that the table is evaluated for, once per instance; null: the table is evaluated once
 * @param stage the table is evaluated only when no earlier stage has given a ground; null for a table that is evaluated when its results are
 *     needed, and for one that reads the verdict
 * @param datedBy the date field that the rules' periods are compared with
 * @param rules in the order of the rows
 */
public record DecisionTable(
        String id,
        String title,
        HitPolicy hitPolicy,
        @Nullable String forEach,
        ConclusionKind gives,
        @Nullable Integer stage,
        FieldPath datedBy,
        List<Rule> rules,
        SheetAddress address) {
    public DecisionTable {
        rules = List.copyOf(rules);
    }

    /** The same table with another rule (or, for null, none) in the place of this one. */
    public DecisionTable with(Rule rule, @Nullable Rule changed) {
        List<Rule> others = new ArrayList<>();
        for (Rule each : rules) {
            Rule kept = each == rule ? changed : each;
            if (kept != null) {
                others.add(kept);
            }
        }
        return new DecisionTable(id, title, hitPolicy, forEach, gives, stage, datedBy, others, address);
    }

    /** What a rule asks: that the day lies in its period, if this has a bound, and its conditions. */
    public List<FieldCondition> conditions(Rule rule) {
        if (rule.inForce().unbounded()) {
            return rule.conditions();
        }
        List<FieldCondition> conditions = new ArrayList<>();
        conditions.add(new FieldCondition(
                datedBy, FieldCondition.Scope.ONCE, rule.inForce().asCondition()));
        conditions.addAll(rule.conditions());
        return conditions;
    }

    /** The fields that its rules read. */
    public Set<FieldPath> reads() {
        Set<FieldPath> reads = new TreeSet<>();
        for (Rule rule : rules) {
            conditions(rule).forEach(condition -> reads.add(condition.field()));
            rule.conclusion().subject().flatMap(Conclusion.Subject::values).ifPresent(reads::add);
        }
        return reads;
    }

    /** The derived fields that its rules conclude. */
    public Set<FieldPath> givenFields() {
        Set<FieldPath> given = new TreeSet<>();
        for (Rule rule : rules) {
            if (rule.conclusion() instanceof Conclusion.OfFact fact) {
                given.add(fact.field());
            }
        }
        return given;
    }
}
