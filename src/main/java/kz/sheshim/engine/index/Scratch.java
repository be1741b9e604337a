package kz.sheshim.engine.index;

import java.util.Arrays;

/** Room for one search after the other: which rows still stand, which hold so far, and which name a value. Belongs to one thread. */
public final class Scratch {
    int words;
    long[] standing = {};
    long[] holding = {};
    long[] naming = {};

    /** All rows stand and hold. */
    void begin(int rows) {
        words = RowSet.words(rows);
        if (words == 1 && standing.length > 0) {
            standing[0] = -1L >>> -rows;
            holding[0] = standing[0];
            return;
        }
        if (standing.length < words) {
            standing = new long[words];
            holding = new long[words];
            naming = new long[words];
        }
        Arrays.fill(standing, 0, words, -1L);
        if ((rows & 63) != 0) {
            standing[words - 1] = (1L << rows) - 1;
        }
        System.arraycopy(standing, 0, holding, 0, words);
    }

    /** Only these rows go on standing, and holding. */
    void keep(long[] rows) {
        if (words == 1) {
            standing[0] &= rows[0];
            holding[0] &= rows[0];
            return;
        }
        for (int i = 0; i < words; i++) {
            standing[i] &= rows[i];
            holding[i] &= rows[i];
        }
    }

    /** Only these rows go on holding; the others stay open. */
    void keepHolding(long[] rows) {
        for (int i = 0; i < words; i++) {
            holding[i] &= rows[i];
        }
    }

    /** No row stands any more; told for small tables only, where looking costs less than going on. */
    boolean over() {
        return words == 1 && standing[0] == 0;
    }

    /** No row names a value yet. */
    long[] beginNaming() {
        Arrays.fill(naming, 0, words, 0L);
        return naming;
    }
}
