package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/**
 * The calendar has a week without a working day.
 *
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record NoWorkingDay() implements Defect {
    @Override
    public String wrong() {
        return "All seven days of the week are days off, so a term would never end.";
    }

    @Override
    public String advice() {
        return "Remove the working days from the list.";
    }
}
