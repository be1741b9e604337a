package kz.sheshim.policy.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.BlankCell;
import kz.sheshim.finding.cell.MissingColumn;
import kz.sheshim.finding.cell.MissingPlaceholder;
import kz.sheshim.finding.cell.MissingTranslation;
import kz.sheshim.finding.cell.ShownOtherwise;
import kz.sheshim.finding.cell.UnknownColumn;
import kz.sheshim.finding.cell.UnknownWord;
import kz.sheshim.finding.name.Duplicate;
import kz.sheshim.finding.name.ReservedName;
import kz.sheshim.finding.name.UnknownPlaceholder;
import kz.sheshim.finding.table.FromAfterUntil;
import kz.sheshim.table.Period;
import kz.sheshim.vocabulary.DateText;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Label;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Languages;
import kz.sheshim.vocabulary.Nearest;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import org.jspecify.annotations.Nullable;

/** A sheet of the vocabulary or the calendar: a header in its first row, and rows whose cells are found by it. */
final class HeadedSheet {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*+}?|}");

    /** Columns that some sheets have and may lack. */
    private static final List<String> OPTIONAL =
            List.of(BoundsReader.LEAST, BoundsReader.GREATEST, ReceiptReader.IN_RECEIPTS, "From", "Until");

    /** What is wrong when a text stands in no language. */
    static final Defect NO_TEXT = new BlankCell(Phrase.of("the text in each language of the policy"));

    private final Sheet sheet;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Languages languages;
    private final Consumer<Finding> findings;

    HeadedSheet(Sheet sheet, List<String> needed, Languages languages, Consumer<Finding> findings) {
        this.languages = languages;
        this.sheet = sheet;
        this.findings = findings;
        sheet.row(0).cells().forEach((column, cell) -> {
            Integer first = columns.putIfAbsent(cell.text(), column);
            if (first != null && needed.contains(cell.text())) {
                findings.accept(Finding.at(
                        cell.address(),
                        new Duplicate(
                                Phrase.of("column"), cell.text(), sheet.row(0).address(first))));
            }
        });
        columns.forEach((heading, column) -> LanguageTags.unknown(heading, needed, languages)
                .filter(defect -> languages.tagged(defect.tag()).isEmpty() || complete(needed))
                .ifPresent(defect -> findings.accept(Finding.at(sheet.row(0).address(column), defect))));
        columns.forEach((heading, column) -> {
            if (!needed.contains(heading)) {
                misspelt(heading)
                        .ifPresent(defect ->
                                findings.accept(Finding.at(sheet.row(0).address(column), defect)));
            }
        });
        for (String column : needed) {
            if (!columns.containsKey(column)) {
                findings.accept(Finding.at(sheet.address(), new MissingColumn(column, nearest(column, needed))));
            }
        }
    }

    private boolean complete(List<String> needed) {
        return columns.keySet().containsAll(needed);
    }

    private Optional<UnknownColumn> misspelt(String heading) {
        return OPTIONAL.contains(heading)
                ? Optional.empty()
                : Nearest.to(heading, OPTIONAL)
                        .filter(column -> !columns.containsKey(column))
                        .map(column -> new UnknownColumn(heading, column));
    }

    /** The heading that may be meant for the column: one that differs by a slip, but is in the same language. */
    private @Nullable String nearest(String column, List<String> needed) {
        List<String> unknown = columns.keySet().stream()
                .filter(heading ->
                        !needed.contains(heading) && (heading.equalsIgnoreCase(column) || !LanguageTags.ends(heading)))
                .toList();
        return Nearest.to(column, unknown).orElseGet(() -> only(unknown, needed));
    }

    /** The only heading that nothing else is meant by, where only one column is missing. */
    private @Nullable String only(List<String> unknown, List<String> needed) {
        List<String> unused = unknown.stream()
                .filter(heading -> !OPTIONAL.contains(heading) && !heading.startsWith("Note"))
                .toList();
        return unused.size() == 1
                        && needed.stream()
                                        .filter(column -> !columns.containsKey(column))
                                        .count()
                                == 1
                ? unused.get(0)
                : null;
    }

    /** The filled rows below the header. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Row row : sheet.rows()) {
            if (row.number() > 0 && !row.blank()) {
                lines.add(new Line(row));
            }
        }
        return lines;
    }

    /** A row, read by the names of its columns. */
    final class Line {
        private final Row row;

        Line(Row row) {
            this.row = row;
        }

        CellAddress address(String column) {
            return row.address(columns.getOrDefault(column, 0));
        }

        /** The cell's text, or the empty text. */
        String optional(String column) {
            Integer index = columns.get(column);
            return index == null ? "" : row.text(index);
        }

        /** The cell's text, or the empty text; a number or a date that shows as something else is a finding. */
        String written(String column) {
            Integer index = columns.get(column);
            if (index != null) {
                row.cell(index).flatMap(ShownOtherwise::in).ifPresent(defect -> report(column, defect));
            }
            return optional(column);
        }

        /** The cell's text; a blank cell is a finding (but not when the whole column is missing, which is one already). */
        String text(String column) {
            String text = written(column);
            if (text.isEmpty() && columns.containsKey(column)) {
                report(column, new BlankCell(Phrase.of("a value for {0}", column)));
            }
            return text;
        }

        /** A well-formed name, or the empty text and a finding. */
        String name(String column, NameForm form) {
            String name = text(column);
            if (name.isEmpty() || form.fits(name)) {
                return name;
            }
            report(column, form.defect(name));
            return "";
        }

        /** A well-formed code, or the empty text and a finding. */
        String code(String column) {
            String code = name(column, NameForm.CODE);
            if (ConditionParser.WORDS.contains(code)) {
                report(column, new ReservedName(code));
                return "";
            }
            return code;
        }

        /** Whether the text stands in no language. */
        boolean withoutText(String prefix) {
            return languages.columns(prefix).stream()
                    .allMatch(column -> optional(column).isEmpty());
        }

        /** A text in each language, in which nothing stands in braces. */
        Label label(String prefix) {
            return label(prefix, NO_TEXT, List.of());
        }

        /**
         * A text in each language.
         *
         * @param missing the defect when it stands in no language
         * @param placeholders what may stand in braces
         */
        Label label(String prefix, Defect missing, List<String> placeholders) {
            List<Language> filled = new ArrayList<>();
            List<Language> blank = new ArrayList<>();
            Map<String, Set<String>> said = new LinkedHashMap<>();
            for (Language language : languages.all()) {
                String column = language.column(prefix);
                String text = written(column);
                (text.isEmpty() ? blank : filled).add(language);
                Set<String> found = PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                for (String each : found) {
                    if (!placeholders.contains(each)) {
                        report(
                                column,
                                new UnknownPlaceholder(
                                        each, Nearest.to(each, placeholders).orElse(null)));
                    }
                }
                findOtherBrackets(column, text, placeholders);
                if (!text.isEmpty() && placeholders.containsAll(found)) {
                    said.put(column, found);
                }
            }
            findMissingPlaceholders(said);
            blank.removeIf(language -> !columns.containsKey(language.column(prefix)));
            if (filled.isEmpty() && !blank.isEmpty()) {
                report(blank.get(0).column(prefix), missing);
            } else {
                blank.forEach(language -> report(language.column(prefix), new MissingTranslation(prefix, language)));
            }
            return Label.of(languages, language -> optional(language.column(prefix)));
        }

        private void findOtherBrackets(String column, String text, List<String> placeholders) {
            for (String placeholder : placeholders) {
                String name = placeholder.substring(1, placeholder.length() - 1);
                Stream.of("[" + name + "]", "<" + name + ">")
                        .filter(text::contains)
                        .forEach(given -> report(column, new UnknownPlaceholder(given, placeholder)));
            }
        }

        /** @param said the placeholders of the texts by their columns */
        private void findMissingPlaceholders(Map<String, Set<String>> said) {
            said.forEach((column, all) -> said.forEach((other, some) -> all.stream()
                    .filter(placeholder -> !some.contains(placeholder))
                    .filter(placeholder -> told(said, placeholder).equals(column))
                    .filter(placeholder -> !outlier(said, column))
                    .limit(outlier(said, other) ? 1 : all.size())
                    .forEach(placeholder -> report(other, new MissingPlaceholder(placeholder, column)))));
        }

        /** Whether all other texts, at least two, say the same placeholders, and this one others instead. */
        private static boolean outlier(Map<String, Set<String>> said, String column) {
            Set<Set<String>> others = said.entrySet().stream()
                    .filter(each -> !each.getKey().equals(column))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.toSet());
            return said.size() > 2
                    && others.size() == 1
                    && others.stream().noneMatch(all -> said.getOrDefault(column, Set.of())
                            .containsAll(all));
        }

        /** The first column whose text says a placeholder. */
        private static String told(Map<String, Set<String>> said, String placeholder) {
            return said.entrySet().stream()
                    .filter(each -> each.getValue().contains(placeholder))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }

        boolean yes(String column) {
            return word(column, List.of("yes", "no")).equals("yes");
        }

        /** One of the words; anything else is a finding, and reads as the empty text. */
        String word(String column, Collection<String> words) {
            String text = text(column);
            if (text.isEmpty() || words.contains(text)) {
                return text;
            }
            report(
                    column,
                    new UnknownWord(
                            text,
                            Phrase.of("one of {0}", String.join(", ", words)),
                            Nearest.to(text, words)
                                    .or(() -> Rewriting.of(text, new FieldType.YesNo(), words::contains))
                                    .orElse(null)));
            return "";
        }

        Optional<LocalDate> date(String column) {
            String text = optional(column);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<LocalDate> date = DateText.date(text);
            if (date.isEmpty()) {
                report(column, ConditionParser.noValue(new FieldType.Date(), text));
            }
            return date;
        }

        /** The period of the row, by the columns From and Until, which may be blank or left out. */
        Period period() {
            return period("From", "Until");
        }

        Period period(String fromColumn, String untilColumn) {
            LocalDate from = date(fromColumn).orElse(null);
            LocalDate until = date(untilColumn).orElse(null);
            if (from != null && until != null && from.isAfter(until)) {
                report(untilColumn, new FromAfterUntil(from, until));
            }
            return new Period(from, until);
        }

        void report(String column, Defect defect) {
            findings.accept(Finding.at(address(column), defect));
        }
    }
}
