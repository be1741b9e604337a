package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A row, column, sheet or cell is hidden or looks removed, but is read.
 *
 * @param what the row, column, sheet or cell, without its article
 * @param look why people overlook it: {@code is hidden}
 * @see kz.sheshim.adapter.xlsx.SheetPart
 */
public record HiddenCells(String what, String look) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "The " + what + " " + look
                + ", but is read like the others, so people who open the workbook do not see that it decides.";
    }

    @Override
    public String advice() {
        return "Show it as the others, or remove it.";
    }
}
