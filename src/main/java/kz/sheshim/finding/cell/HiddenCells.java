package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/** A hidden row or column that says something. */
public record HiddenCells(String what) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String message() {
        return "the " + what
                + " is hidden, but is read like the others; a reader of the workbook cannot see what it decides. Show it, or remove it.";
    }
}
