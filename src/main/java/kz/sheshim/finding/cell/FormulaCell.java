package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A cell contains a formula instead of a value.
 *
 * @see kz.sheshim.adapter.xlsx.SheetPart
 */
public record FormulaCell(String formula) implements Defect {
    @Override
    public String wrong() {
        return "The cell contains a formula" + (formula.isEmpty() ? "" : " (=" + Wording.shown(formula) + ")")
                + ". Its stored result may be out of date, so it is not read.";
    }

    @Override
    public String advice() {
        return "Write the value itself.";
    }
}
