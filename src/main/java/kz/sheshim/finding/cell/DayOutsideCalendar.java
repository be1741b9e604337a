package kz.sheshim.finding.cell;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A day off or a working day lies before or after the days that the calendar knows.
 *
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record DayOutsideCalendar(LocalDate day, LocalDate from, LocalDate until) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "The calendar knows the days from " + from + " until " + until + ", so the row for " + day
                + " has no effect.";
    }

    @Override
    public String advice() {
        return "Correct the date, or Known from and Known until in the sheet Calendar.";
    }
}
