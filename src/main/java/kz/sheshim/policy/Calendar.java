package kz.sheshim.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.sheshim.table.Period;
import kz.sheshim.table.Term;
import kz.sheshim.workbook.CellAddress;
import org.jspecify.annotations.Nullable;

/** The working days, between the first and the last day for which they are known. */
public final class Calendar {
    private final LocalDate knownFrom;
    private final LocalDate knownUntil;
    private final Map<Period, Set<DayOfWeek>> weeklyDaysOff;
    private final Set<LocalDate> daysOff;
    private final Set<LocalDate> workingDays;
    private final @Nullable ZoneId zone;
    private final CellAddress end;
    /** By the days from the first known one: those that are off, or that work, whatever day of the week they are. */
    private final BitSet off = new BitSet();

    private final BitSet working = new BitSet();
    private final BitSet offWeekly = new BitSet();

    /**
     * @param weeklyDaysOff the days of the week that are off, by periods that do not overlap
     * @param daysOff days off besides the weekly ones
     * @param workingDays days that work although they would be off
     * @param zone the time zone in which moments have a day and an hour, if the policy needs one
     * @param end the cell that says until when it is known
     */
    public Calendar(
            LocalDate knownFrom,
            LocalDate knownUntil,
            Map<Period, Set<DayOfWeek>> weeklyDaysOff,
            Set<LocalDate> daysOff,
            Set<LocalDate> workingDays,
            @Nullable ZoneId zone,
            CellAddress end) {
        this.knownFrom = knownFrom;
        this.knownUntil = knownUntil;
        this.weeklyDaysOff = Map.copyOf(weeklyDaysOff);
        this.daysOff = Set.copyOf(daysOff);
        this.workingDays = Set.copyOf(workingDays);
        this.zone = zone;
        this.end = end;
        enter(daysOff, off);
        enter(workingDays, working);
        weeklyDaysOff.forEach(this::enterWeekly);
    }

    private void enterWeekly(Period period, Set<DayOfWeek> daysOfWeek) {
        LocalDate from = period.from() == null || period.from().isBefore(knownFrom) ? knownFrom : period.from();
        LocalDate until = period.until() == null || period.until().isAfter(knownUntil) ? knownUntil : period.until();
        for (DayOfWeek dayOfWeek : daysOfWeek) {
            LocalDate first = from.with(TemporalAdjusters.nextOrSame(dayOfWeek));
            for (LocalDate day = first; !day.isAfter(until); day = day.plusDays(7)) {
                offWeekly.set(place(day));
            }
        }
    }

    private void enter(Set<LocalDate> dates, BitSet days) {
        for (LocalDate date : dates) {
            if (known(date)) {
                days.set(place(date));
            }
        }
    }

    public LocalDate knownFrom() {
        return knownFrom;
    }

    public LocalDate knownUntil() {
        return knownUntil;
    }

    /** The days of the week that are off, by the periods in which they are. */
    public Map<Period, Set<DayOfWeek>> weeklyDaysOff() {
        return weeklyDaysOff;
    }

    /** Days off besides the weekly ones. */
    public Set<LocalDate> daysOff() {
        return daysOff;
    }

    /** Days that work although they would be off. */
    public Set<LocalDate> workingDays() {
        return workingDays;
    }

    /** The cell that says until when it is known. */
    public CellAddress end() {
        return end;
    }

    private boolean works(int day) {
        return working.get(day) || !off.get(day) && !offWeekly.get(day);
    }

    /** The day by which something is due whose term begins on a day; empty when the calendar ends before it. */
    public Optional<LocalDate> endOfTerm(LocalDate begins, Term term) {
        return switch (term.unit()) {
            case WORKING_DAYS -> endOfTerm(begins, term.length());
            case CALENDAR_DAYS -> onDayOff(begins.plusDays(term.length()), term.onDayOff());
            case MONTHS -> onDayOff(begins.plusMonths(term.length()), term.onDayOff());
        };
    }

    /** The time zone in which moments have a day and an hour. */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(zone);
    }

    /** Whether a day works; empty for a day outside the calendar. */
    public Optional<Boolean> works(LocalDate day) {
        return known(day) ? Optional.of(works(place(day))) : Optional.empty();
    }

    /**
     * The working day at a distance from a day.
     *
     * @param distance in working days: negative before the day; 0 the day itself, or the next working day
     * @return empty when the calendar ends before it
     */
    public Optional<LocalDate> workingDay(LocalDate from, int distance) {
        int step = distance < 0 ? -1 : 1;
        int left = Math.abs(distance);
        for (LocalDate day = distance == 0 ? from : from.plusDays(step); known(day); day = day.plusDays(step)) {
            left -= distance != 0 && works(place(day)) ? 1 : 0;
            if (left == 0 && works(place(day))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /** The number of working days after a day up to another one, which counts; negative when the other one is before it. Empty outside the calendar. */
    public Optional<Long> workingDays(LocalDate from, LocalDate to) {
        if (!known(from) || !known(to)) {
            return Optional.empty();
        }
        if (to.isBefore(from)) {
            return workingDays(to, from).map(days -> -days);
        }
        return Optional.of(IntStream.rangeClosed(place(from) + 1, place(to))
                .filter(this::works)
                .count());
    }

    private Optional<LocalDate> onDayOff(LocalDate last, Term.@Nullable OnDayOff counts) {
        if (counts == null || counts == Term.OnDayOff.SAME_DAY) {
            return Optional.of(last);
        }
        int step = counts == Term.OnDayOff.NEXT_WORKING_DAY ? 1 : -1;
        for (LocalDate day = last; known(day); day = day.plusDays(step)) {
            if (works(place(day))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /** Whether it is known which days work around a day. */
    private boolean known(LocalDate day) {
        return !day.isBefore(knownFrom) && !day.isAfter(knownUntil);
    }

    private int place(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(knownFrom, day);
    }

    /** The last day of a term in working days, counted from the day after; empty when the calendar ends before it. */
    private Optional<LocalDate> endOfTerm(LocalDate after, int workingDays) {
        if (workingDays == 0) {
            return Optional.of(after);
        }
        long first = after.toEpochDay() - knownFrom.toEpochDay() + 1;
        long behind = knownUntil.toEpochDay() - knownFrom.toEpochDay() + 1;
        if (first < 0) {
            return Optional.empty();
        }
        int left = workingDays;
        for (long day = first; day < behind; day++) {
            left -= works((int) day) ? 1 : 0;
            if (left == 0) {
                return Optional.of(knownFrom.plusDays(day));
            }
        }
        return Optional.empty();
    }
}
