package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/**
 * A decision table or a sheet of scenarios is on a sheet that is not read.
 *
 * @see kz.sheshim.policy.reading.SortedFiles
 */
public record TableInNotes() implements Defect {
    @Override
    public String wrong() {
        return "The sheet looks like a decision table or scenarios, but sheets whose name begins with Notes are not read.";
    }

    @Override
    public String advice() {
        return "Rename the sheet, or clear A1.";
    }
}
