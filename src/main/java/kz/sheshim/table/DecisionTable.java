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
 * @param forEach the entity for each of whose instances it is read; null: once
 * @param stage examined only when no earlier stage brought a ground; null for a table that is examined when its results are
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
            Conclusion.Subject subject = null;
            if (rule.conclusion() instanceof Conclusion.OfGround ground) {
                subject = ground.subject();
            } else if (rule.conclusion() instanceof Conclusion.OfNotice notice) {
                subject = notice.subject();
            }
            if (subject instanceof Conclusion.Subject.EachValueOf each) {
                reads.add(each.field());
            }
        }
        return reads;
    }

    /** The fields that its rules give. */
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
