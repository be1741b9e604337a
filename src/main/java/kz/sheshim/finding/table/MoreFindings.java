package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A table has more findings of one kind than are listed.
 *
 * @param of the code of the findings
 * @param howMany a number, or {@code one or}
 * @see kz.sheshim.analysis.Report
 */
public record MoreFindings(String of, String howMany) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "Only the first findings of the kind " + of + " are listed. The table has " + howMany + " more of them.";
    }

    @Override
    public String advice() {
        return "Correct those that are listed, and check again.";
    }
}
