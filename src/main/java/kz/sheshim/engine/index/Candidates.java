package kz.sheshim.engine.index;

import java.util.Arrays;

/**
 * The rows of one table that the facts may let match, by instance and in the order of the rows. An index or a reading of the rows proposes them; only those that
 * are then confirmed count. One object serves one table after the other; it belongs to one thread.
 */
public final class Candidates {
    private static final byte PROPOSED = 0;
    private static final byte OPEN = 1;
    private static final byte HOLDS = 2;

    private int[] rows = new int[16];
    private int[] instances = new int[16];
    private boolean[] expected = new boolean[16];
    private byte[] confirmed = new byte[16];
    private int size;

    /** Forgets all candidates. */
    public void clear() {
        size = 0;
    }

    /**
     * Proposes a row.
     *
     * @param row its place among the rows of the table, from 0
     * @param instance the instance that the table is evaluated for, or {@link kz.sheshim.facts.FactPath#ONCE}
     * @param holds all its conditions seem to be true; otherwise it seems to be open
     */
    public void propose(int row, int instance, boolean holds) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            instances = Arrays.copyOf(instances, 2 * size);
            expected = Arrays.copyOf(expected, 2 * size);
            confirmed = Arrays.copyOf(confirmed, 2 * size);
        }
        rows[size] = row;
        instances[size] = instance;
        expected[size] = holds;
        confirmed[size++] = PROPOSED;
    }

    /** Says of a candidate that its row counts: all its conditions are true, or (open) none is false and some are unknown. */
    public void confirm(int candidate, boolean holds) {
        confirmed[candidate] = holds ? HOLDS : OPEN;
    }

    public int size() {
        return size;
    }

    public int row(int candidate) {
        return rows[candidate];
    }

    public int instance(int candidate) {
        return instances[candidate];
    }

    /** The row seemed to hold when it was proposed. */
    public boolean expectedToHold(int candidate) {
        return expected[candidate];
    }

    public boolean confirmed(int candidate) {
        return confirmed[candidate] != PROPOSED;
    }

    /** The row is confirmed, and all its conditions are true. */
    public boolean holds(int candidate) {
        return confirmed[candidate] == HOLDS;
    }
}
