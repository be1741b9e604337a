package kz.sheshim.engine.index;

import java.util.Arrays;

/**
 * Arrays for one search after the other, so that a search allocates nothing: the rows that are still possible, those of them that match so far, and those that
 * name a value. Belongs to one thread.
 */
public final class Scratch {
    int words;
    long[] possible = {};
    long[] matching = {};
    long[] naming = {};

    /** All rows are possible, and match so far. */
    void begin(int rows) {
        words = RowSet.words(rows);
        if (words == 1 && possible.length > 0) {
            possible[0] = -1L >>> -rows;
            matching[0] = possible[0];
            return;
        }
        if (possible.length < words) {
            possible = new long[words];
            matching = new long[words];
            naming = new long[words];
        }
        Arrays.fill(possible, 0, words, -1L);
        if ((rows & 63) != 0) {
            possible[words - 1] = (1L << rows) - 1;
        }
        System.arraycopy(possible, 0, matching, 0, words);
    }

    /** Removes all other rows. */
    void keep(long[] rows) {
        if (words == 1) {
            possible[0] &= rows[0];
            matching[0] &= rows[0];
            return;
        }
        for (int i = 0; i < words; i++) {
            possible[i] &= rows[i];
            matching[i] &= rows[i];
        }
    }

    /** Leaves only these rows matching; the others stay possible. */
    void keepMatching(long[] rows) {
        for (int i = 0; i < words; i++) {
            matching[i] &= rows[i];
        }
    }

    /** No row is possible any more; only looked at for tables of up to 64 rows, where looking costs less than going on. */
    boolean over() {
        return words == 1 && possible[0] == 0;
    }

    /** No row names a value yet. */
    long[] beginNaming() {
        Arrays.fill(naming, 0, words, 0L);
        return naming;
    }
}
