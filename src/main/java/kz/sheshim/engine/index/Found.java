package kz.sheshim.engine.index;

/** Told of the rows of a table that no known fact rules out. */
public interface Found {

    /**
     * A row, by its place among the rows of the table.
     *
     * @param index the instance that the table is read for, or {@link kz.sheshim.facts.FactPath#ONCE}
     * @param holds all its conditions are true; otherwise it is open
     */
    void row(int row, int index, boolean holds);
}
