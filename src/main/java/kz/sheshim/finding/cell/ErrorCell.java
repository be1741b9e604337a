package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A cell contains an error of the spreadsheet program instead of a value.
 *
 * @see kz.sheshim.adapter.xlsx.SheetPart
 */
public record ErrorCell(String error) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The cell contains the error {0}, which is not a value.", Wording.shown(error));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write the value itself.");
    }
}
