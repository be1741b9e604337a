package kz.sheshim.engine.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.Condition;
import kz.sheshim.table.FieldCondition.Scope;
import org.jspecify.annotations.Nullable;

/** Conditions on any number of values: which of them a list, or the facts of all instances, include or lack. */
final class ManyColumn implements ColumnIndex {
    private final FactSlot slot;
    private final Scope scope;
    private final long[] free;
    private final long[] including;
    private final long[] lacking;
    private final ValuePostings naming;

    /** @param conditions by row; null: the row has none here */
    ManyColumn(FactSlot slot, Scope scope, List<@Nullable Condition> conditions) {
        this.slot = slot;
        this.scope = scope;
        int rows = conditions.size();
        free = RowSet.of(rows, row -> conditions.get(row) == null);
        including = RowSet.of(rows, row -> conditions.get(row) instanceof Condition.Includes);
        lacking = RowSet.of(rows, row -> conditions.get(row) instanceof Condition.Lacks);
        Map<Object, long[]> sets = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            Condition condition = conditions.get(row);
            if (condition != null) {
                name(condition.values(), row, sets);
            }
        }
        naming = new ValuePostings(sets);
    }

    private void name(Iterable<Object> values, int row, Map<Object, long[]> sets) {
        for (Object value : values) {
            sets.computeIfAbsent(value, any -> new long[free.length])[row >> 6] |= 1L << row;
        }
    }

    @Override
    public void narrow(Facts facts, int index, Scratch scratch) {
        long[] named = scratch.beginNaming();
        boolean open = false;
        if (scope == Scope.ALL) {
            for (int each = facts.instances(slot) - 1; each >= 0; each--) {
                open |= add(facts.get(slot, slot.many() ? each : FactPath.ONCE), named);
            }
        } else {
            open = add(facts.get(slot, scope == Scope.ONCE ? FactPath.ONCE : index), named);
        }
        for (int i = 0; i < scratch.words; i++) {
            long included = including[i] & named[i];
            long lacked = lacking[i] & ~named[i];
            scratch.possible[i] &= open ? free[i] | including[i] | lacked : free[i] | included | lacked;
            scratch.matching[i] &= open ? free[i] | included : free[i] | included | lacked;
        }
    }

    /** Adds the rows that name a value of the fact; true when the fact is unknown. */
    private boolean add(Fact fact, long[] named) {
        if (fact instanceof Fact.Known known) {
            if (known.value() instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    addRows(list.get(i), named);
                }
            } else {
                addRows(known.value(), named);
            }
        }
        return fact instanceof Fact.Unknown;
    }

    private void addRows(Object value, long[] named) {
        long[] rows = naming.of(value);
        if (rows != null) {
            for (int i = 0; i < rows.length; i++) {
                named[i] |= rows[i];
            }
        }
    }
}
