package kz.sheshim.finding.cell;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A day is listed as a working day that works anyway.
 *
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record NeedlessWorkingDay(LocalDate day) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return day + " works anyway: it is neither a weekly day off nor listed in the sheet Days off.";
    }

    @Override
    public String advice() {
        return "Correct the date, or remove the row.";
    }
}
