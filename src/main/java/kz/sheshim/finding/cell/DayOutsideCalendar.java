package kz.sheshim.finding.cell;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * A day off or a working day lies before or after the days that the calendar knows.
 *
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record DayOutsideCalendar(LocalDate day, LocalDate from, LocalDate until) implements Defect {
    /** The days that the calendar knows, which may be too few. */
    @Override
    public Object sameCause() {
        return code() + from + until;
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The calendar knows the days from {0} until {1}, so the row for {2} has no effect.", from, until, day);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct the date, or Known from and Known until in the sheet Calendar.");
    }
}
