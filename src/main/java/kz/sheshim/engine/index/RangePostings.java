package kz.sheshim.engine.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import kz.sheshim.table.Condition;
import kz.sheshim.table.Condition.Between;
import org.jspecify.annotations.Nullable;

/**
 * The rows for each stretch of an ordered field. The bounds and values of the conditions cut the line into points and the gaps between them, and all values of a
 * stretch have the same rows. Stretches with even numbers are gaps, those with odd numbers are points. Up to {@value #FEW} stretches each have a stored set of
 * rows. Beyond that every {@value #APART}nd has one; the rows that come in or go out after it are applied to it.
 */
final class RangePostings implements RowsByValue {
    private static final int FEW = 512;
    private static final int APART = 32;

    private final Object[] points;
    private final int apart;
    private final long[][] stored;
    private final int[][] comeOrGo;
    private final long[] absent;

    /** @param conditions by row; null: the row has none here */
    RangePostings(List<@Nullable Condition> conditions) {
        TreeSet<Object> cuts = new TreeSet<>();
        conditions.forEach(condition -> cut(condition, cuts));
        points = cuts.toArray();
        int stretches = 2 * points.length + 1;
        apart = stretches <= FEW ? 1 : APART;
        comeOrGo = comeOrGo(conditions, stretches);
        stored = new long[(stretches + apart - 1) / apart][];
        long[] rows = new long[RowSet.words(conditions.size())];
        for (int stretch = 0; stretch < stretches; stretch++) {
            toggle(rows, stretch);
            if (stretch % apart == 0) {
                stored[stretch / apart] = rows.clone();
            }
        }
        absent = RowSet.of(conditions.size(), row -> {
            Condition condition = conditions.get(row);
            return condition == null || condition.holds(null);
        });
    }

    private static void cut(@Nullable Condition condition, TreeSet<Object> cuts) {
        if (condition != null) {
            condition.bounds().forEach(bound -> cuts.add(bound.value()));
            cuts.addAll(condition.values());
        }
    }

    private int[][] comeOrGo(List<@Nullable Condition> conditions, int stretches) {
        List<List<Integer>> changes = new ArrayList<>();
        for (int stretch = 0; stretch <= stretches; stretch++) {
            changes.add(new ArrayList<>(2));
        }
        for (int row = 0; row < conditions.size(); row++) {
            for (int stretch : ends(conditions.get(row), stretches)) {
                changes.get(stretch).add(row);
            }
        }
        return changes.stream()
                .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** The stretches where a row comes in, or goes out again. */
    private List<Integer> ends(@Nullable Condition condition, int stretches) {
        List<Integer> ends = new ArrayList<>();
        if (condition instanceof Between between) {
            int first = between.low() == null
                    ? 0
                    : place(between.low().value()) + (between.low().included() ? 0 : 1);
            int behind = between.high() == null
                    ? stretches
                    : place(between.high().value()) + (between.high().included() ? 1 : 0);
            if (first < behind) {
                ends.add(first);
                ends.add(behind);
            }
        } else if (condition instanceof Condition.OneOf oneOf) {
            ends.addAll(around(oneOf.values()));
        } else if (condition instanceof Condition.NoneOf noneOf) {
            ends.add(0);
            ends.addAll(around(noneOf.values()));
        } else if (!(condition instanceof Condition.Missing)) {
            ends.add(0);
        }
        return ends;
    }

    private List<Integer> around(Iterable<Object> values) {
        List<Integer> ends = new ArrayList<>();
        for (Object value : values) {
            ends.add(place(value));
            ends.add(place(value) + 1);
        }
        return ends;
    }

    private void toggle(long[] rows, int stretch) {
        for (int row : comeOrGo[stretch]) {
            rows[row >> 6] ^= 1L << row;
        }
    }

    private int place(Object value) {
        int found = Arrays.binarySearch(points, value);
        return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    }

    @Override
    public long[] of(@Nullable Object value) {
        if (value == null) {
            return absent;
        }
        int stretch = place(value);
        int before = stretch / apart;
        if (before * apart == stretch) {
            return stored[before];
        }
        long[] rows = stored[before].clone();
        for (int next = before * apart + 1; next <= stretch; next++) {
            toggle(rows, next);
        }
        return rows;
    }
}
