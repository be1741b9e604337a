package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * A row, column, sheet or cell is hidden or looks removed, but is read.
 *
 * @param what the row, column, sheet or cell, without its article
 * @param look why people overlook it: {@code is hidden}
 * @see kz.sheshim.adapter.xlsx.SheetPart
 */
public record HiddenCells(Phrase what, Phrase look) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The {0} {1}, but is read like the others, so people who open the workbook do not see that it decides.",
                what, look);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Show it as the others, or remove it.");
    }
}
