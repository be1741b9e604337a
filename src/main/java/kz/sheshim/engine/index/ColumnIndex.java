package kz.sheshim.engine.index;

import kz.sheshim.facts.Facts;

/** The conditions of one column of a table, by the values that make them true. */
interface ColumnIndex {

    /**
     * Removes the rows whose condition is false from the possible rows, and those whose condition is false or unknown from the matching rows.
     *
     * @param instance the instance that the table is evaluated for
     */
    void narrow(Facts facts, int instance, Scratch scratch);
}
