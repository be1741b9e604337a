package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.TextInAnotherLanguage;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;
import kz.sheshim.workbook.SheetAddress;

/**
 * Finds texts that are not translated, or that stand in the column of another language, by pairs of letters that follow each other. How often a pair is in a language is counted
 * in the texts of the policy itself, so that no language is known to the program, and two languages with one alphabet are told apart.
 */
final class TextsInOtherLanguages {
    /** Fewer texts say too little of a language. */
    private static final int MIN_TEXTS = 25;

    /** The logarithm of how many times likelier the text must be in the other language: names of places come to 14. */
    private static final double MIN_LIKELIER = 20;

    /** The same for each pair of the text: between languages that share most of their words it grows with the length of a text, without saying anything. */
    private static final double MIN_LIKELIER_BY_PAIR = 0.5;

    /** A pair that was never seen counts as half a one. */
    private static final double UNSEEN = 0.5;

    /** A text of a row, in whatever language: its column without the language. */
    private record Place(SheetAddress sheet, int row, String column) {}

    /** @param pairs of letters; a space stands between words, and at both ends */
    private record Text(CellAddress address, Place place, String text, List<String> pairs) {
        static Text of(CellAddress address, Place place, String text) {
            String words = " "
                    + text.replaceAll("\\{[^{}]*+}", "")
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}]+", " ")
                            .strip()
                    + " ";
            List<String> pairs = new ArrayList<>();
            for (int at = 0; at + 1 < words.length(); at++) {
                pairs.add(words.substring(at, at + 2));
            }
            return new Text(address, place, text, pairs);
        }

        /** A single word may be a name, which is the same in every language. */
        boolean sentence() {
            return text.strip().contains(" ");
        }
    }

    /** How often each pair of letters stands in the texts of a language. */
    private static final class Pairs {
        private final Map<String, Integer> counts = new HashMap<>();
        private int all;

        void add(List<String> pairs, int times) {
            pairs.forEach(pair -> counts.merge(pair, times, Integer::sum));
            all += times * pairs.size();
        }

        double logLikelihood(List<String> pairs, int kinds) {
            return pairs.stream()
                    .mapToDouble(pair -> Math.log((counts.getOrDefault(pair, 0) + UNSEEN) / (all + UNSEEN * kinds)))
                    .sum();
        }
    }

    private final Map<Language, List<Text>> texts = new LinkedHashMap<>();
    private final Map<Language, Pairs> pairs = new LinkedHashMap<>();
    private final int kinds;

    TextsInOtherLanguages(SheetsByName sheets) {
        for (Language language : sheets.languages().all()) {
            List<Text> all = new ArrayList<>();
            sheets.sheets().values().forEach(named -> named.forEach(sheet -> read(sheet, language, all)));
            Pairs counted = new Pairs();
            all.forEach(text -> counted.add(text.pairs(), 1));
            texts.put(language, all);
            if (all.size() >= MIN_TEXTS) {
                pairs.put(language, counted);
            }
        }
        kinds = (int) pairs.values().stream()
                .flatMap(each -> each.counts.keySet().stream())
                .distinct()
                .count();
    }

    private static void read(Sheet sheet, Language language, List<Text> texts) {
        sheet.row(0).cells().forEach((column, heading) -> {
            if (heading.text().endsWith(language.column(""))) {
                String name = heading.text()
                        .substring(
                                0, heading.text().length() - language.column("").length());
                for (Row row : sheet.rows()) {
                    if (row.number() > 0) {
                        row.cell(column)
                                .filter(Cell::readable)
                                .ifPresent(cell -> texts.add(Text.of(
                                        cell.address(), new Place(sheet.address(), row.number(), name), cell.text())));
                    }
                }
            }
        });
    }

    /** Two texts in each other's place are told once. */
    void find(Consumer<Finding> findings) {
        Set<List<Object>> told = new HashSet<>();
        pairs.forEach((language, own) -> texts.getOrDefault(language, List.of()).stream()
                .filter(Text::sentence)
                .forEach(text -> meant(text, language, own)
                        .filter(other -> !told.contains(List.of(text.place(), other, language)))
                        .ifPresent(other -> {
                            told.add(List.of(text.place(), language, other));
                            findings.accept(Finding.at(
                                    text.address(), new TextInAnotherLanguage(text.text(), language, other)));
                        })));
    }

    /** The language in which the text is likeliest, if it is not its own. The text itself does not count for its own. */
    private Optional<Language> meant(Text text, Language language, Pairs own) {
        own.add(text.pairs(), -1);
        double least = own.logLikelihood(text.pairs(), kinds)
                + Math.max(MIN_LIKELIER, MIN_LIKELIER_BY_PAIR * text.pairs().size());
        own.add(text.pairs(), 1);
        Language meant = null;
        for (Map.Entry<Language, Pairs> other : pairs.entrySet()) {
            double likelihood = other.getValue().logLikelihood(text.pairs(), kinds);
            if (!other.getKey().equals(language) && likelihood >= least) {
                meant = other.getKey();
                least = likelihood;
            }
        }
        return Optional.ofNullable(meant);
    }
}
