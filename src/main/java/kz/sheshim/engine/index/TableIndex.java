package kz.sheshim.engine.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.FactSlot;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.Condition;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.FieldCondition.Scope;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.FieldPath;
import org.jspecify.annotations.Nullable;

/** The rows of one table by the facts that their conditions read. Any number of threads may ask. */
public final class TableIndex {

    private record Key(FieldPath field, Scope scope, int repeated) {}

    private final int rows;
    private final @Nullable Integer forEach;
    private final ColumnIndex[] columns;

    public TableIndex(DecisionTable table, FactLayout layout) {
        rows = table.rules().size();
        forEach = table.forEach() == null ? null : layout.number(table.forEach());
        Map<Key, @Nullable Condition[]> cells = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            Rule rule = table.rules().get(row);
            for (FieldCondition cell : table.conditions(rule)) {
                enter(cells, cell.field(), cell.scope(), cell.condition(), row);
            }
        }
        // First those that many rows ask, which leave few possible.
        columns = cells.entrySet().stream()
                .sorted(Comparator.comparing(cell ->
                        Stream.of(cell.getValue()).filter(Objects::isNull).count()))
                .map(cell -> column(
                        layout.slot(cell.getKey().field()), cell.getKey().scope(), Arrays.asList(cell.getValue())))
                .toArray(ColumnIndex[]::new);
    }

    /** A second condition of one row on the same facts comes into a column of its own. */
    private void enter(
            Map<Key, @Nullable Condition[]> cells, FieldPath field, Scope scope, Condition condition, int row) {
        for (int repeated = 0; ; repeated++) {
            @Nullable
            Condition[] column = cells.computeIfAbsent(new Key(field, scope, repeated), key -> new Condition[rows]);
            if (column[row] == null) {
                column[row] = condition;
                return;
            }
        }
    }

    private static ColumnIndex column(FactSlot slot, Scope scope, List<@Nullable Condition> conditions) {
        if (scope == Scope.ALL || slot.field().type().list()) {
            return new ManyColumn(slot, scope, conditions);
        }
        return new SingleColumn(
                slot,
                scope == Scope.ONCE,
                RowSet.of(conditions.size(), row -> conditions.get(row) == null),
                slot.field().type().ordered() ? new RangePostings(conditions) : new RowsOfCodes(conditions));
    }

    /** Proposes the rows that the facts do not rule out, by instance and in the order of the rows. */
    public void propose(Facts facts, Scratch scratch, Candidates candidates) {
        if (forEach == null) {
            propose(facts, FactPath.ONCE, scratch, candidates);
            return;
        }
        int instances = facts.instances(forEach);
        for (int instance = 0; instance < instances; instance++) {
            propose(facts, instance, scratch, candidates);
        }
    }

    private void propose(Facts facts, int instance, Scratch scratch, Candidates candidates) {
        scratch.begin(rows);
        for (ColumnIndex column : columns) {
            column.narrow(facts, instance, scratch);
            if (scratch.over()) {
                return;
            }
        }
        for (int word = 0; word < scratch.words; word++) {
            long matching = scratch.matching[word];
            for (long left = scratch.possible[word]; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                candidates.propose((word << 6) + bit, instance, (matching & 1L << bit) != 0);
            }
        }
    }
}
