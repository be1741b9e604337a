package kz.sheshim.engine.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.table.Condition;
import org.jspecify.annotations.Nullable;

/** The rows for each value that a condition names; all other values are alike. */
final class RowsOfCodes implements RowsByValue {
    private static final Object OTHER = new Object();

    private final ValuePostings named;
    private final long[] other;
    private final long[] absent;

    /** @param conditions by row; null: the row has none here */
    RowsOfCodes(List<@Nullable Condition> conditions) {
        other = rows(conditions, OTHER);
        absent = rows(conditions, null);
        Map<Object, long[]> sets = new HashMap<>();
        for (Condition condition : conditions) {
            if (condition != null) {
                condition.values().forEach(value -> sets.computeIfAbsent(value, any -> rows(conditions, any)));
            }
        }
        named = new ValuePostings(sets);
    }

    private static long[] rows(List<@Nullable Condition> conditions, @Nullable Object value) {
        return RowSet.of(conditions.size(), row -> {
            Condition condition = conditions.get(row);
            return condition == null || condition.holds(value);
        });
    }

    @Override
    public long[] of(@Nullable Object value) {
        if (value == null) {
            return absent;
        }
        long[] rows = named.of(value);
        return rows == null ? other : rows;
    }
}
