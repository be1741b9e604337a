package kz.sheshim.engine.index;

import java.util.function.IntPredicate;

/** Sets of rows as bits, 64 to a word. */
final class RowSet {
    private RowSet() {}

    static int words(int rows) {
        return (rows + 63) >> 6;
    }

    /** The rows that satisfy. */
    static long[] of(int rows, IntPredicate satisfies) {
        long[] set = new long[words(rows)];
        for (int row = 0; row < rows; row++) {
            if (satisfies.test(row)) {
                set[row >> 6] |= 1L << row;
            }
        }
        return set;
    }
}
