package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.workbook.SheetAddress;

/**
 * A decision table has the name of a sheet in another workbook.
 *
 * @see kz.sheshim.policy.reading.SortedFiles
 */
public record SharedSheetName(String name, SheetAddress other) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "Another sheet is called " + Wording.quote(name) + " too (" + other
                + "), so people could change the wrong one.";
    }

    @Override
    public String advice() {
        return "Give this sheet another name.";
    }
}
