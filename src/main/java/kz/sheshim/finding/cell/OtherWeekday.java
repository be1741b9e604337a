package kz.sheshim.finding.cell;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

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
    public Phrase wrong() {
        return Phrase.of("{0} is a {1}, but the cell says {2}.", date, right, given);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct the date or the day of the week.");
    }
}
