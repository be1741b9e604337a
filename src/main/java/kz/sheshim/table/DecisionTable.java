package kz.sheshim.table;

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

    /** The fields that its rules read. */
    public Set<FieldPath> reads() {
        Set<FieldPath> reads = new TreeSet<>();
        for (Rule rule : rules) {
            rule.conditions().forEach(condition -> reads.add(condition.field()));
            if (!rule.inForce().unbounded()) {
                reads.add(datedBy);
            }
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
