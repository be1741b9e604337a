package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * The calendar has a week without a working day.
 *
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record NoWorkingDay() implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("All seven days of the week are days off, so a term would never end.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Remove the working days from the list.");
    }
}
