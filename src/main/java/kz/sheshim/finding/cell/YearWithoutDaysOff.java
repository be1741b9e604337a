package kz.sheshim.finding.cell;

import java.util.List;
import java.util.stream.Collectors;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

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
    public String wrong() {
        return "The calendar knows " + years.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ", but the sheet Days off has no day of "
                + (years.size() == 1 ? "this year" : "these years") + ", so working days would be counted wrongly.";
    }

    @Override
    public String advice() {
        return "Add the days off, or let Known until end the calendar before.";
    }
}
