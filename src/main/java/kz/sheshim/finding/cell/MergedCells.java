package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/** Cells that are merged: only the first of them says something. */
public record MergedCells(String range) implements Defect {
    @Override
    public String message() {
        return "the cells " + range
                + " are merged; only the first of them holds the text, so the others would be read as blank. "
                + "Split them and write the text into each.";
    }
}
