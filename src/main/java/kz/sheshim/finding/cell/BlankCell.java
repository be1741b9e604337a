package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/**
 * A cell that must contain something is blank.
 *
 * @see kz.sheshim.policy.reading.HeadedSheet
 */
public record BlankCell(String what) implements Defect {
    @Override
    public String wrong() {
        return "The cell is blank, but it must contain " + what + ".";
    }

    @Override
    public String advice() {
        return "Fill it in.";
    }
}
