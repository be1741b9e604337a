package kz.sheshim.policy.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.BlankCell;
import kz.sheshim.finding.cell.MissingSetting;
import kz.sheshim.finding.cell.UnknownSetting;
import kz.sheshim.finding.name.Duplicate;
import kz.sheshim.vocabulary.DateText;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;

/** A sheet of settings: a name and a value in each row. */
final class SettingsSheet {
    private final Map<String, HeadedSheet.Line> lines = new HashMap<>();
    private final Map<String, List<HeadedSheet.Line>> all = new HashMap<>();

    SettingsSheet(SheetsByName sheets, String sheet, List<String> needed) {
        this(sheets, sheet, needed, List.of(), "");
    }

    /**
     * @param optional settings that may be left out
     * @param repeated a setting that may stand in several rows
     */
    SettingsSheet(SheetsByName sheets, String sheet, List<String> needed, List<String> optional, String repeated) {
        List<String> known = Stream.concat(needed.stream(), optional.stream()).toList();
        for (HeadedSheet.Line line : sheets.lines(sheet, "Setting", "Value")) {
            String name = line.text("Setting");
            if (name.isEmpty()) {
                continue;
            }
            if (!known.contains(name)) {
                line.report(
                        "Setting",
                        LanguageTags.unknown(name, known, sheets.languages())
                                .<Defect>map(Function.identity())
                                .orElseGet(() -> new UnknownSetting(
                                        name, Nearest.to(name, known).orElse(null))));
                continue;
            }
            all.computeIfAbsent(name, each -> new ArrayList<>()).add(line);
            HeadedSheet.Line first = lines.putIfAbsent(name, line);
            if (first != null && !repeated.equals(name)) {
                line.report("Setting", new Duplicate(Phrase.of("setting"), name, first.address("Setting")));
            }
            if (line.optional("Value").isEmpty()) {
                line.report("Value", new BlankCell(Phrase.of("the value of {0}", name)));
            }
        }
        for (String name : needed) {
            if (!lines.containsKey(name) && sheets.sheets().containsKey(sheet)) {
                sheets.findings().accept(Finding.at(sheets.nextRow(sheet, "Setting"), new MissingSetting(name)));
            }
        }
    }

    Optional<HeadedSheet.Line> line(String name) {
        return Optional.ofNullable(lines.get(name));
    }

    /** All rows of a setting. */
    List<HeadedSheet.Line> lines(String name) {
        return all.getOrDefault(name, List.of());
    }

    String text(String name) {
        HeadedSheet.Line line = lines.get(name);
        return line == null ? "" : line.optional("Value");
    }

    Optional<LocalDate> date(String name) {
        String text = text(name);
        Optional<LocalDate> date = DateText.date(text);
        if (date.isEmpty() && !text.isEmpty()) {
            line(name).ifPresent(line -> line.report("Value", ConditionParser.noValue(new FieldType.Date(), text)));
        }
        return date;
    }
}
