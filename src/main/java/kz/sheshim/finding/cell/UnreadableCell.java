package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A cell cannot be read.
 *
 * @see kz.sheshim.adapter.xlsx.CellValue
 */
public record UnreadableCell(String reason) implements Defect {
    @Override
    public String wrong() {
        return "The cell cannot be read: " + Wording.shown(reason) + ".";
    }

    @Override
    public String advice() {
        return "Write the value itself.";
    }
}
