package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * Cells are filled below the end of a table.
 *
 * @see kz.sheshim.policy.reading.RuleRows
 */
public record StrayCells(String given, int rows) implements Defect {
    @Override
    public String wrong() {
        return "Below the end of the table, after blank rows, "
                + (rows == 1
                        ? "a row is filled without a rule id. Its"
                        : rows + " rows are filled without a rule id. The")
                + " first cell says " + Wording.quote(given) + ". "
                + (rows == 1 ? "The row would be taken for a rule." : "The rows would be taken for rules.");
    }

    @Override
    public String advice() {
        return (rows == 1 ? "Clear it" : "Clear them") + ", or move the text to a sheet whose name begins with Notes.";
    }
}
