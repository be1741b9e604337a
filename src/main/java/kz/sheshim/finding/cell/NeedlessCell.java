package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A cell is filled that has no meaning in its row.
 *
 * @see kz.sheshim.policy.reading.ReceiptPartReader
 * @see kz.sheshim.policy.reading.VocabularyReader
 */
public record NeedlessCell(String given, Phrase reason) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("{0} has no meaning here: {1}.", Wording.quote(given), reason);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Clear the cell, or correct the rest of the row.");
    }
}
