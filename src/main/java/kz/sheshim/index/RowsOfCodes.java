package kz.sheshim.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.sheshim.table.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The rows for each value that a condition names; all other values are alike. The values stand in an open hash table with much room, since this is what deciding does most.
 */
final class RowsOfCodes implements RowsByValue {
    private static final Object OTHER = new Object();
    private static final int ROOM = 4;

    private final @Nullable Object[] named;
    private final long[][] rows;
    private final long[] other;
    private final long[] absent;

    /** @param conditions by row; null: the row has none here */
    RowsOfCodes(List<@Nullable Condition> conditions) {
        other = rows(conditions, OTHER);
        absent = rows(conditions, null);
        Set<Object> values = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.OneOf oneOf) {
                values.addAll(oneOf.values());
            } else if (condition instanceof Condition.NoneOf noneOf) {
                values.addAll(noneOf.values());
            }
        }
        int places = Integer.highestOneBit(Math.max(1, values.size())) * 2 * ROOM;
        named = new Object[places];
        rows = new long[places][];
        for (Object value : values) {
            int place = place(value);
            named[place] = value;
            rows[place] = rows(conditions, value);
        }
    }

    private static long[] rows(List<@Nullable Condition> conditions, @Nullable Object value) {
        return RowSet.of(conditions.size(), row -> {
            Condition condition = conditions.get(row);
            return condition == null || condition.holds(value);
        });
    }

    /** Where the value stands, or would. */
    private int place(Object value) {
        int hash = value.hashCode();
        int place = (hash ^ hash >>> 16) & named.length - 1;
        for (Object there = named[place]; there != null; there = named[place]) {
            if (there == value || there.equals(value)) {
                return place;
            }
            place = place + 1 & named.length - 1;
        }
        return place;
    }

    @Override
    public long[] of(@Nullable Object value) {
        if (value == null) {
            return absent;
        }
        int place = place(value);
        return named[place] == null ? other : rows[place];
    }
}
