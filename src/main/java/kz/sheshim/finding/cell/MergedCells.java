package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * Cells are merged, so that only the first of them contains something.
 *
 * @see kz.sheshim.adapter.xlsx.SheetPart
 */
public record MergedCells(String range) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The cells {0} are merged. Only the first one contains the text; the others would be read as blank.",
                range);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Split them, and write the text into each.");
    }
}
