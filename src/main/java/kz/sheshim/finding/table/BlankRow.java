package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** Blank rows inside a table. */
public record BlankRow(int rows, String next) implements Defect {
    @Override
    public String message() {
        return (rows == 1 ? "the row is blank" : "this row and the " + (rows - 1) + " below it are blank")
                + ", but filled rows stand further below (" + Given.shown(next)
                + "); a reader may take those for notes. Remove the blank rows.";
    }
}
