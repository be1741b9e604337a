package kz.sheshim.adapter.http.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.sheshim.policy.Calendar;
import kz.sheshim.table.Term;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Language;

/**
 * The days of a term, by weeks from Monday to Sunday.
 *
 * @param weekdays their names
 */
public record TermCalendar(List<String> weekdays, List<List<Day>> weeks) {
    /** A longer term is not drawn, in days. */
    private static final int LONGEST = 130;

    /**
     * A day.
     *
     * @param kind {@code filed}, {@code counted}, {@code off}, {@code due}, or empty for a day outside the term
     * @param number which day of the term it is; 0 for one that does not count
     */
    public record Day(String text, String kind, int number) {}

    /** The calendar of the term of a verdict; empty if it has none, or one that is too long to be drawn. */
    static Optional<TermCalendar> of(Verdict verdict, Calendar calendar, Language language) {
        Term term = verdict.term();
        LocalDate filed = verdict.filedOn();
        LocalDate due = verdict.due();
        if (term == null || due == null || due.isBefore(filed) || ChronoUnit.DAYS.between(filed, due) > LONGEST) {
            return Optional.empty();
        }
        Locale locale = language.locale();
        DateTimeFormatter withMonth = DateTimeFormatter.ofPattern("d MMM", locale);
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate first = filed.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int number = 0;
        for (LocalDate monday = first; !monday.isAfter(due); monday = monday.plusWeeks(1)) {
            List<Day> week = new ArrayList<>();
            for (LocalDate day = monday; day.isBefore(monday.plusWeeks(1)); day = day.plusDays(1)) {
                boolean within = !day.isBefore(filed) && !day.isAfter(due);
                boolean works = calendar.works(day).orElse(true);
                boolean counts = within && day.isAfter(filed) && number < term.length() && counts(term, works);
                number += counts ? 1 : 0;
                boolean named = day.equals(first) || day.getDayOfMonth() == 1;
                String text = named ? withMonth.format(day) : Integer.toString(day.getDayOfMonth());
                week.add(new Day(text, within ? kind(day, filed, due, works) : "", counts ? number : 0));
            }
            weeks.add(week);
        }
        return Optional.of(new TermCalendar(
                Stream.of(DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
                        .toList(),
                weeks));
    }

    /** The days of a term in months are not numbered. */
    private static boolean counts(Term term, boolean works) {
        return switch (term.unit()) {
            case WORKING_DAYS -> works;
            case CALENDAR_DAYS -> true;
            case MONTHS -> false;
        };
    }

    private static String kind(LocalDate day, LocalDate filed, LocalDate due, boolean works) {
        if (day.equals(due)) {
            return "due";
        }
        if (day.equals(filed)) {
            return "filed";
        }
        return works ? "counted" : "off";
    }
}
