package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A cell is filled that has no meaning in its row.
 *
 * @see kz.sheshim.policy.reading.ReceiptPartReader
 * @see kz.sheshim.policy.reading.VocabularyReader
 */
public record NeedlessCell(String given, String reason) implements Defect {
    @Override
    public String wrong() {
        return Wording.quote(given) + " has no meaning here: " + reason + ".";
    }

    @Override
    public String advice() {
        return "Clear the cell, or correct the rest of the row.";
    }
}
