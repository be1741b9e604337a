package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/**
 * A sheet lacks a column.
 *
 * @see kz.sheshim.policy.reading.HeadedSheet
 * @see kz.sheshim.policy.reading.TableColumns
 */
public record MissingColumn(String column) implements Defect {
    @Override
    public String wrong() {
        return "The sheet has no column " + column + ", so its rows cannot be read.";
    }

    @Override
    public String advice() {
        return "Add the column.";
    }
}
