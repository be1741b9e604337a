package kz.sheshim.ruleset;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import kz.sheshim.workbook.CellAddress;

/**
 * The working days of the law, as far as they are known.
 *
 * @param daysOff days off besides the weekly ones
 * @param workingDays days that work although they would be off
 * @param end the cell that says until when it is known
 */
public record Calendar(
        LocalDate knownFrom,
        LocalDate knownUntil,
        Set<DayOfWeek> weeklyDaysOff,
        Set<LocalDate> daysOff,
        Set<LocalDate> workingDays,
        CellAddress end) {
    public Calendar {
        weeklyDaysOff = Set.copyOf(weeklyDaysOff);
        daysOff = Set.copyOf(daysOff);
        workingDays = Set.copyOf(workingDays);
    }

    private boolean works(LocalDate day) {
        return workingDays.contains(day) || !daysOff.contains(day) && !weeklyDaysOff.contains(day.getDayOfWeek());
    }

    /**
     * The last day of a term of so many working days, counted from the day after; empty when it lies beyond what is known.
     */
    public Optional<LocalDate> endOfTerm(LocalDate after, int workingDays) {
        LocalDate day = after;
        int left = workingDays;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.isBefore(knownFrom) || day.isAfter(knownUntil)) {
                return Optional.empty();
            }
            if (works(day)) {
                left--;
            }
        }
        return Optional.of(day);
    }
}
