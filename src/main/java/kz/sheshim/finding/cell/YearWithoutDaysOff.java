package kz.sheshim.finding.cell;

import java.util.List;
import java.util.stream.Collectors;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * The calendar knows a year in which only the weekly days off are off.
 *
 * @see kz.sheshim.policy.reading.CalendarReader
 */
public record YearWithoutDaysOff(List<Integer> years) implements Defect {
    public YearWithoutDaysOff {
        years = List.copyOf(years);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        String all = years.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return years.size() == 1
                ? Phrase.of(
                        "The calendar knows {0}, but the sheet Days off has no day of this year, so working days would be counted wrongly.",
                        all)
                : Phrase.of(
                        "The calendar knows {0}, but the sheet Days off has no day of these years, so working days would be counted wrongly.",
                        all);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Add the days off, or let Known until end the calendar before.");
    }
}
