package kz.sheshim.finding.cell;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A date is another day of the week than the cell beside it says.
 *
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record OtherWeekday(LocalDate date, String right, String given) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return date + " is a " + right + ", but the cell says " + given + ".";
    }

    @Override
    public String advice() {
        return "Correct the date or the day of the week.";
    }
}
