package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A cell contains an error of the spreadsheet program instead of a value.
 *
 * @see kz.sheshim.adapter.xlsx.SheetPart
 */
public record ErrorCell(String error) implements Defect {
    @Override
    public String wrong() {
        return "The cell contains the error " + Wording.shown(error) + ", which is not a value.";
    }

    @Override
    public String advice() {
        return "Write the value itself.";
    }
}
