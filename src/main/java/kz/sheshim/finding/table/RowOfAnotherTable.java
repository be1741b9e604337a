package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.Address;

/**
 * A row cannot be read in its table, and all of it can be read in another one.
 *
 * @param cells how many places of its table it does not fit
 * @see kz.sheshim.policy.reading.MovedRows
 */
public record RowOfAnotherTable(String table, Address other, int cells) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The row does not fit this table in {0} places, and fits table {1} ({2}) in all of its cells.",
                cells, table, other);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Move the row to table {0}, or write its cells under the headings of this one.", table);
    }
}
