package kz.sheshim.engine;

import kz.sheshim.engine.index.Candidates;
import kz.sheshim.facts.Facts;

/** Finds which rows of a table count. */
interface Rows {

    /**
     * Fills the candidates with the rows of the table, by instance and in their order. MUST confirm each row that no known fact rules out, with whether all its
     * conditions are true, and no other row; in a FIRST table the rows behind one that holds may be left out.
     */
    void match(PreparedTable table, Facts facts, Candidates candidates);
}
