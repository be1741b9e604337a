package kz.sheshim.engine.index;

import kz.sheshim.facts.Facts;

/** The conditions that the rows of a table put on the facts of one field. */
interface ColumnIndex {

    /**
     * Leaves in the search only the rows whose condition here does not say otherwise.
     *
     * @param index the instance that the table is read for
     * @param search the rows whose condition is false lose their standing, those whose condition is false or unknown do not hold
     */
    void narrow(Facts facts, int index, Scratch search);
}
