package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/** Findings of one sort in one table that are not listed. */
public record MoreFindings(String of, String howMany) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String message() {
        return "the table has " + howMany + " more findings " + of
                + "; only the first are listed. Correct those, and check again.";
    }
}
