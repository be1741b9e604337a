package kz.sheshim.finding.cell;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

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
    public Phrase wrong() {
        return Phrase.of("{0} works anyway: it is neither a weekly day off nor listed in the sheet Days off.", day);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct the date, or remove the row.");
    }
}
