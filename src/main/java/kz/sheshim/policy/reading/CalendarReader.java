package kz.sheshim.policy.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.sheshim.finding.cell.BlankCell;
import kz.sheshim.finding.cell.DayOutsideCalendar;
import kz.sheshim.finding.cell.ExchangedDayAndMonth;
import kz.sheshim.finding.cell.MisorderedBounds;
import kz.sheshim.finding.cell.NeedlessWorkingDay;
import kz.sheshim.finding.cell.NoWorkingDay;
import kz.sheshim.finding.cell.OldTimeZoneData;
import kz.sheshim.finding.cell.OtherWeekday;
import kz.sheshim.finding.cell.UnknownWord;
import kz.sheshim.finding.cell.WeeklyDaysOffLapse;
import kz.sheshim.finding.cell.WrongType;
import kz.sheshim.finding.cell.YearWithoutDaysOff;
import kz.sheshim.finding.name.Duplicate;
import kz.sheshim.policy.Calendar;
import kz.sheshim.policy.TimeZoneData;
import kz.sheshim.table.Period;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.CellAddress;
import org.jspecify.annotations.Nullable;

/** Reads the sheets Calendar, Days off and Working days. */
final class CalendarReader {
    private static final List<String> DAY_NAMES = Stream.of(DayOfWeek.values())
            .map(day -> day.getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH))
            .toList();

    private static final String WEEKLY = "Weekly days off";
    private static final String TIME_ZONE = "Time zone";
    private static final String TIME_ZONE_DATA = "Time zone data";
    private static final String WEEKDAY = "Weekday";

    private final SheetsByName sheets;

    CalendarReader(SheetsByName sheets) {
        this.sheets = sheets;
    }

    /** The calendar, or null when its settings could not be read; every defect is a finding. */
    @Nullable
    Calendar read() {
        SettingsSheet settings = new SettingsSheet(
                sheets,
                "Calendar",
                List.of("Known from", "Known until", WEEKLY),
                List.of(TIME_ZONE, TIME_ZONE_DATA),
                WEEKLY);
        Optional<LocalDate> from = settings.date("Known from");
        Optional<LocalDate> until = settings.date("Known until");
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            settings.line("Known until")
                    .ifPresent(line -> line.report("Value", new MisorderedBounds("Known from", "Known until")));
        }
        Map<Period, Set<DayOfWeek>> weekly = weekly(settings.lines(WEEKLY), from.orElse(null), until.orElse(null));
        Map<LocalDate, CellAddress> places = new TreeMap<>();
        Map<LocalDate, HeadedSheet.Line> off = dates("Days off", places);
        Map<LocalDate, HeadedSheet.Line> working = dates("Working days", places);
        ZoneId zone = settings.line(TIME_ZONE).flatMap(CalendarReader::zone).orElse(null);
        settings.line(TIME_ZONE_DATA).ifPresent(CalendarReader::findOldTimeZoneData);
        HeadedSheet.Line end = settings.line("Known until").orElse(null);
        if (from.isEmpty() || until.isEmpty() || end == null) {
            return null;
        }
        CellAddress last = end.address("Value");
        if (!from.get().isAfter(until.get())) {
            Calendar besideWorking = new Calendar(from.get(), until.get(), weekly, off.keySet(), Set.of(), zone, last);
            boolean readable = weekly.values().stream().noneMatch(Set::isEmpty);
            yearsWithoutDaysOff(besideWorking).ifPresent(defect -> end.report("Value", defect));
            off.forEach((day, line) -> {
                findOutside(besideWorking, day, line);
                exchanged(day, off.keySet()).ifPresent(defect -> line.report("Date", defect));
            });
            working.forEach((day, line) -> {
                findOutside(besideWorking, day, line);
                if (readable && besideWorking.works(day).orElse(false)) {
                    line.report("Date", new NeedlessWorkingDay(day));
                }
            });
        }
        return new Calendar(from.get(), until.get(), weekly, off.keySet(), working.keySet(), zone, last);
    }

    private static void findOutside(Calendar calendar, LocalDate day, HeadedSheet.Line line) {
        if (calendar.works(day).isEmpty()) {
            line.report("Date", new DayOutsideCalendar(day, calendar.knownFrom(), calendar.knownUntil()));
        }
    }

    /** What is wrong with a day off that no other year has, while at least two others have the one with day and month exchanged. */
    private static Optional<ExchangedDayAndMonth> exchanged(LocalDate day, Set<LocalDate> off) {
        if (day.getDayOfMonth() > Month.values().length) {
            return Optional.empty();
        }
        LocalDate meant = LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
        Map<MonthDay, Long> years = off.stream()
                .filter(other -> other.getYear() != day.getYear())
                .collect(Collectors.groupingBy(MonthDay::from, Collectors.counting()));
        long same = years.getOrDefault(MonthDay.from(meant), 0L);
        return same < 2 || off.contains(meant) || years.containsKey(MonthDay.from(day))
                ? Optional.empty()
                : Optional.of(new ExchangedDayAndMonth(day, meant, (int) same));
    }

    /** The whole years that the calendar knows, and in which only the weekly days off are off. */
    private static Optional<YearWithoutDaysOff> yearsWithoutDaysOff(Calendar calendar) {
        List<Integer> years = IntStream.rangeClosed(
                        calendar.knownFrom().getYear(),
                        calendar.knownUntil().plusDays(1).getYear() - 1)
                .filter(year -> !calendar.knownFrom().isAfter(LocalDate.of(year, 1, 1)))
                .filter(year -> calendar.daysOff().stream().noneMatch(day -> day.getYear() == year))
                .boxed()
                .toList();
        return years.isEmpty() ? Optional.empty() : Optional.of(new YearWithoutDaysOff(years));
    }

    /** The days of the week that are off, by periods that do not overlap and leave out no day that the calendar knows. */
    private static Map<Period, Set<DayOfWeek>> weekly(
            List<HeadedSheet.Line> lines, @Nullable LocalDate from, @Nullable LocalDate until) {
        Map<Period, Set<DayOfWeek>> weekly = new LinkedHashMap<>();
        Map<Period, HeadedSheet.Line> places = new LinkedHashMap<>();
        for (HeadedSheet.Line line : lines) {
            Period period = line.period();
            places.entrySet().stream()
                    .filter(other -> other.getKey().overlaps(period))
                    .findFirst()
                    .ifPresent(other -> line.report(
                            "Setting",
                            new Duplicate(
                                    Phrase.of("setting"),
                                    WEEKLY,
                                    other.getValue().address("Setting"))));
            weekly.putIfAbsent(period, daysOfWeek(line));
            places.put(period, line);
        }
        for (LocalDate day = from; day != null && until != null && !lines.isEmpty() && !day.isAfter(until); ) {
            LocalDate asked = day;
            Period period = weekly.keySet().stream()
                    .filter(each -> each.contains(asked))
                    .findFirst()
                    .orElse(null);
            if (period == null) {
                lines.get(lines.size() - 1).report("Setting", new WeeklyDaysOffLapse(day));
                break;
            }
            day = period.until() == null ? null : period.until().plusDays(1);
        }
        return weekly;
    }

    private static Set<DayOfWeek> daysOfWeek(HeadedSheet.Line line) {
        Set<DayOfWeek> weekly = EnumSet.noneOf(DayOfWeek.class);
        String text = line.text("Value");
        for (String name : text.split(",")) {
            int day = DAY_NAMES.indexOf(name.strip());
            if (day >= 0) {
                weekly.add(DayOfWeek.of(day + 1));
            } else {
                line.report(
                        "Value",
                        new UnknownWord(
                                name.strip(),
                                Phrase.of("the English name of a day of the week"),
                                english(text).orElse(null)));
            }
        }
        if (weekly.size() == DAY_NAMES.size()) {
            line.report("Value", new NoWorkingDay());
        }
        return weekly;
    }

    /** The English names of the days that a text names in another language, or with a slip. */
    private static Optional<String> english(String text) {
        return Rewriting.names(
                Stream.of(text.split("\\s*[,;]\\s*"))
                        .map(name -> Optional.ofNullable(CalendarNames.days()
                                        .get(name.strip()
                                                .toLowerCase(Locale.ROOT)
                                                .replace(".", "")))
                                .map(CalendarReader::english)
                                .orElse(name))
                        .collect(Collectors.joining(", ")),
                DAY_NAMES,
                text);
    }

    private static String english(DayOfWeek day) {
        return DAY_NAMES.get(day.ordinal());
    }

    private static Optional<ZoneId> zone(HeadedSheet.Line line) {
        String name = line.optional("Value");
        if (name.contains("/") && ZoneId.getAvailableZoneIds().contains(name)) {
            return Optional.of(ZoneId.of(name));
        }
        if (!name.isEmpty()) {
            line.report(
                    "Value",
                    new UnknownWord(
                            name,
                            Phrase.of("a time zone by its region and city, as Asia/Almaty"),
                            Nearest.to(name, ZoneId.getAvailableZoneIds()).orElse(null)));
        }
        return Optional.empty();
    }

    private static void checkWeekday(HeadedSheet.Line line, LocalDate date) {
        String weekday = line.written(WEEKDAY);
        String right = DAY_NAMES.get(date.getDayOfWeek().ordinal());
        if (!DAY_NAMES.contains(weekday)) {
            line.report(
                    WEEKDAY,
                    new UnknownWord(
                            weekday,
                            Phrase.of("the English name of a day of the week"),
                            english(weekday).orElse(null)));
        } else if (!weekday.equals(right)) {
            line.report(WEEKDAY, new OtherWeekday(date, right, weekday));
        }
    }

    private static void findOldTimeZoneData(HeadedSheet.Line line) {
        String needed = line.written("Value");
        if (!needed.isEmpty() && !needed.matches("[0-9]{4}[a-z]")) {
            line.report("Value", new WrongType(needed, Phrase.of("version of the time zone data, as 2024a")));
        } else if (TimeZoneData.version().compareTo(needed) < 0) {
            line.report("Value", new OldTimeZoneData(needed));
        }
    }

    private Map<LocalDate, HeadedSheet.Line> dates(String sheet, Map<LocalDate, CellAddress> places) {
        Map<LocalDate, HeadedSheet.Line> dates = new TreeMap<>();
        for (HeadedSheet.Line line : sheets.lines(sheet, "Date")) {
            if (line.optional("Date").isEmpty()) {
                line.report("Date", new BlankCell(Phrase.of("a date")));
            }
            line.date("Date").ifPresent(date -> {
                CellAddress first = places.putIfAbsent(date, line.address("Date"));
                if (first != null) {
                    line.report("Date", new Duplicate(Phrase.of("day"), date.toString(), first));
                }
                dates.putIfAbsent(date, line);
                if (!line.optional(WEEKDAY).isEmpty()) {
                    checkWeekday(line, date);
                }
            });
        }
        return dates;
    }
}
