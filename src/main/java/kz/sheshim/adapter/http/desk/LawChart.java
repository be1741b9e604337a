package kz.sheshim.adapter.http.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import kz.sheshim.policy.DayOfChange;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.Period;
import kz.sheshim.vocabulary.Language;

/**
 * Acts as bars over time, in the units of an SVG picture, with a line for each day on which rules change.
 *
 * @param today where today is
 */
public record LawChart(int width, int height, List<Bar> bars, List<Line> lines, List<Year> years, int today) {
    private static final int WIDTH = 900;
    /** Right of the last day, for half of the number of a year. */
    private static final int MARGIN = 24;

    private static final int LEFT = 90;
    private static final int ROW = 26;
    private static final int TOP = 24;

    /** An act in one of its wordings. @param source where its text was read */
    public record Bar(
            String act, String title, String wording, Period inForce, String source, int x, int y, int width) {
        public int textY() {
            return y + 13;
        }
    }

    /** A day on which rules change. */
    public record Line(int x, LocalDate day) {}

    /** The first day of a year. */
    public record Year(int x, int year) {}

    static LawChart of(Ruleset ruleset, List<DayOfChange> days, LocalDate today, Language language) {
        LocalDate first = days.isEmpty() || today.isBefore(days.get(0).day())
                ? today
                : days.get(0).day();
        LocalDate last =
                days.isEmpty() || today.isAfter(days.get(days.size() - 1).day())
                        ? today
                        : days.get(days.size() - 1).day();
        Axis axis = new Axis(first.minusMonths(1), last.plusMonths(1));
        List<Bar> bars = new ArrayList<>();
        ruleset.catalogue().acts().forEach((code, act) -> {
            int from =
                    act.inForce().from() == null ? LEFT : axis.x(act.inForce().from());
            int until =
                    act.inForce().until() == null ? WIDTH : axis.x(act.inForce().until());
            bars.add(new Bar(
                    code,
                    act.title().in(language),
                    act.wording().in(language),
                    act.inForce(),
                    act.source(),
                    from,
                    TOP + ROW * bars.size(),
                    Math.max(2, until - from)));
        });
        List<Year> years = new ArrayList<>();
        for (int year = axis.first().getYear() + 1; year <= axis.last().getYear(); year++) {
            years.add(new Year(axis.x(LocalDate.of(year, 1, 1)), year));
        }
        return new LawChart(
                WIDTH + MARGIN,
                TOP + ROW * Math.max(1, bars.size()),
                bars,
                days.stream()
                        .filter(day ->
                                !day.rulesBegun().isEmpty() || !day.rulesEnded().isEmpty())
                        .map(day -> new Line(axis.x(day.day()), day.day()))
                        .toList(),
                years,
                axis.x(today));
    }

    /** Days from left to right. */
    private record Axis(LocalDate first, LocalDate last) {
        int x(LocalDate day) {
            long all = ChronoUnit.DAYS.between(first, last);
            long until = ChronoUnit.DAYS.between(first, day);
            return LEFT + (int) ((WIDTH - LEFT) * until / all);
        }
    }
}
