package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** A cell that nothing reads in its row. */
public record NeedlessCell(String given, String row) implements Defect {
    @Override
    public String message() {
        return Given.shown(given) + " stands in a row that shows " + row
                + ", where this column says nothing, so it would be lost. Clear the cell, or change what the row shows.";
    }
}
