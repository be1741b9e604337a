package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/**
 * Cells are merged, so that only the first of them contains something.
 *
 * @see kz.sheshim.adapter.xlsx.SheetPart
 */
public record MergedCells(String range) implements Defect {
    @Override
    public String wrong() {
        return "The cells " + range
                + " are merged. Only the first one contains the text; the others would be read as blank.";
    }

    @Override
    public String advice() {
        return "Split them, and write the text into each.";
    }
}
