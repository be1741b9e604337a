package kz.sheshim.policy.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.sheshim.finding.cell.BlankCell;
import kz.sheshim.finding.cell.MisorderedBounds;
import kz.sheshim.finding.cell.NoWorkingDay;
import kz.sheshim.finding.cell.UnknownWord;
import kz.sheshim.finding.name.Duplicate;
import kz.sheshim.policy.Calendar;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.workbook.CellAddress;
import org.jspecify.annotations.Nullable;

/** Reads the sheets Calendar, Days off and Working days. */
final class CalendarReader {
    private static final List<String> DAY_NAMES = Stream.of(DayOfWeek.values())
            .map(day -> day.getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH))
            .toList();

    private static final String TIME_ZONE = "Time zone";

    private final SheetsByName sheets;

    CalendarReader(SheetsByName sheets) {
        this.sheets = sheets;
    }

    /** The calendar, or null when its settings could not be read; every defect is a finding. */
    @Nullable
    Calendar read() {
        SettingsSheet settings =
                new SettingsSheet(
                sheets,
                "Calendar",
                List.of("Known from", "Known until", "Weekly days off"),
                List.of(TIME_ZONE));
        Optional<LocalDate> from = settings.date("Known from");
        Optional<LocalDate> until = settings.date("Known until");
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            settings.line("Known until")
                    .ifPresent(line -> line.report("Value", new MisorderedBounds("Known from", "Known until")));
        }
        Set<DayOfWeek> weekly = EnumSet.noneOf(DayOfWeek.class);
        settings.line("Weekly days off").ifPresent(line -> {
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
                                    "the English name of a day of the week",
                                    Rewriting.names(text, DAY_NAMES).orElse(null)));
                }
            }
            if (weekly.size() == DAY_NAMES.size()) {
                line.report("Value", new NoWorkingDay());
            }
        });
        Map<LocalDate, CellAddress> places = new TreeMap<>();
        Set<LocalDate> off = dates("Days off", places);
        Set<LocalDate> working = dates("Working days", places);
        ZoneId zone = settings.line(TIME_ZONE)
                .flatMap(CalendarReader::zone)
                .orElse(null);
        HeadedSheet.Line end = settings.line("Known until").orElse(null);
        return from.isEmpty() || until.isEmpty() || end == null
                ? null
                : new Calendar(from.get(), until.get(), weekly, off, working, zone, end.address("Value"));
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
                            "a time zone by its region and city, as Asia/Almaty",
                            Nearest.to(name, ZoneId.getAvailableZoneIds()).orElse(null)));
        }
        return Optional.empty();
    }

    private Set<LocalDate> dates(String sheet, Map<LocalDate, CellAddress> places) {
        Set<LocalDate> dates = new TreeSet<>();
        for (HeadedSheet.Line line : sheets.lines(sheet, "Date")) {
            if (line.optional("Date").isEmpty()) {
                line.report("Date", new BlankCell("a date"));
            }
            line.date("Date").ifPresent(date -> {
                CellAddress first = places.putIfAbsent(date, line.address("Date"));
                if (first != null) {
                    line.report("Date", new Duplicate("day", date.toString(), first));
                }
                dates.add(date);
            });
        }
        return dates;
    }
}
