package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** Cells that stand apart below a table. */
public record StrayCells(String given, int rows) implements Defect {
    @Override
    public String message() {
        return "the cell (" + Given.shown(given) + ")"
                + (rows == 1 ? " stands" : " and what is filled in " + rows + " rows from there on stands")
                + " below the end of the table, after blank rows and without a rule id. It would be read as a rule. Clear it, or move it to a sheet Notes….";
    }
}
