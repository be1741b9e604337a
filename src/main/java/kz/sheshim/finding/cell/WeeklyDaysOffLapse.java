package kz.sheshim.finding.cell;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * No row of the calendar says which days of the week are off on a day that it knows.
 *
 * @param day the first such day
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record WeeklyDaysOffLapse(LocalDate day) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "On {0} no row says which days of the week are off, although the calendar knows this day.", day);
    }

    @Override
    public Phrase advice() {
        return Phrase.of(
                "Let From of a row of Weekly days off be the day after Until of another one, or leave both blank.");
    }
}
