package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A cell contains a formula instead of a value.
 *
 * @param nearest the text that may be meant by a formula that only says one
 * @see kz.sheshim.adapter.xlsx.SheetPart
 */
public record FormulaCell(String formula, @Nullable String nearest) implements Defect {
    @Override
    public String wrong() {
        return "The cell contains a formula" + (formula.isEmpty() ? "" : " (=" + Wording.shown(formula) + ")")
                + ". Its stored result may be out of date, so it is not read.";
    }

    @Override
    public String advice() {
        return Wording.suggest(formula, nearest, "Write the value itself.");
    }
}
