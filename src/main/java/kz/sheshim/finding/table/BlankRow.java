package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * There are blank rows inside a table or between scenarios.
 *
 * @see kz.sheshim.policy.reading.FilledRows
 */
public record BlankRow(int rows, String next) implements Defect {
    @Override
    public String wrong() {
        return (rows == 1 ? "This row is blank" : "This row and the " + (rows - 1) + " below it are blank")
                + ", but there are filled rows further below; the next one begins with " + Wording.quote(next)
                + ". Readers may take those for notes.";
    }

    @Override
    public String advice() {
        return rows == 1 ? "Remove the blank row." : "Remove the blank rows.";
    }
}
