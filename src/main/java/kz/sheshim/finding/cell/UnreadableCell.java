package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A cell cannot be read.
 *
 * @see kz.sheshim.adapter.xlsx.CellValue
 */
public record UnreadableCell(Phrase reason) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The cell cannot be read: {0}.", reason);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write the value itself.");
    }
}
