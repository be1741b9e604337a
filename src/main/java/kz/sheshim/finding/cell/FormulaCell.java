package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** A cell that is computed. */
public record FormulaCell(String formula) implements Defect {
    @Override
    public String message() {
        return "the cell holds a formula" + (formula.isEmpty() ? "" : " (=" + Given.shown(formula) + ")")
                + ", whose result may be stale, so it is not read. Write the value itself.";
    }
}
