package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A row, column or sheet is hidden, but is read.
 *
 * @see kz.sheshim.adapter.xlsx.SheetPart
 */
public record HiddenCells(String what) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "The " + what
                + " is hidden but is read like the others, so people who open the workbook do not see what it decides.";
    }

    @Override
    public String advice() {
        return "Show it, or remove it.";
    }
}
