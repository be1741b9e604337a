package kz.sheshim.finding.table;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A rule begins or ends many years before or after the first day that the policy covers.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record FarOffDate(LocalDate day, LocalDate coveredFrom) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return day + " is 50 years or more away from " + coveredFrom + ", the first day that the policy covers.";
    }

    @Override
    public String advice() {
        return "Correct the year. A rule without a bound leaves the cell blank.";
    }
}
