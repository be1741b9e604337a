package kz.sheshim.policy.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.cell.TextInAnotherLanguage;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.workbook.Cell;
import kz.sheshim.workbook.CellAddress;
import kz.sheshim.workbook.Row;
import kz.sheshim.workbook.Sheet;

/**
 * Finds texts that are not translated, or that stand in the column of another language, by letters: those that are usual in texts of one language and rare in
 * those of another. Which letters they are is counted in the texts of the policy itself.
 */
final class TextsInOtherLanguages {
    /** Fewer texts may lack a letter by chance. */
    private static final int MIN_TEXTS = 25;

    /** In how many of the texts of a language a letter is usual, and in how many it is rare. */
    private static final double USUAL = 0.1;

    private static final double RARE = 0.02;

    /** Fewer letters may be usual by chance. */
    private static final int MIN_LETTERS = 5;

    /** Share of the letters of a text that must be rare in a language, so that the text is held to be in another one. */
    private static final double TELLING = 0.1;

    /** @param letters all of them, in small letters, without what stands in braces */
    private record Text(CellAddress address, String text, String letters) {
        static Text of(CellAddress address, String text) {
            return new Text(
                    address,
                    text,
                    text.replaceAll("\\{[^{}]*+}", "")
                            .codePoints()
                            .filter(Character::isLetter)
                            .map(Character::toLowerCase)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining()));
        }

        /** A single word may be a name, which is the same in every language. */
        boolean sentence() {
            return text.strip().contains(" ") && !letters.isEmpty();
        }

        int count(Set<Integer> some) {
            return (int) letters.codePoints().filter(some::contains).count();
        }
    }

    /** @param share how many of the letters of a text in the language are such */
    private record Foreign(Language language, Set<Integer> letters, double share) {}

    private final Map<Language, List<Text>> texts = new LinkedHashMap<>();
    private final Map<Language, Map<Integer, Integer>> frequencies = new HashMap<>();

    TextsInOtherLanguages(SheetsByName sheets) {
        for (Language language : sheets.languages().all()) {
            List<Text> all = new ArrayList<>();
            sheets.sheets().values().forEach(named -> named.forEach(sheet -> read(sheet, language, all)));
            Map<Integer, Integer> frequency = new HashMap<>();
            all.forEach(text ->
                    text.letters().codePoints().distinct().forEach(letter -> frequency.merge(letter, 1, Integer::sum)));
            texts.put(language, all);
            frequencies.put(language, frequency);
        }
    }

    private static void read(Sheet sheet, Language language, List<Text> texts) {
        sheet.row(0).cells().forEach((column, heading) -> {
            if (heading.text().endsWith(language.column(""))) {
                for (Row row : sheet.rows()) {
                    if (row.number() > 0) {
                        row.cell(column)
                                .filter(Cell::readable)
                                .ifPresent(cell -> texts.add(Text.of(cell.address(), cell.text())));
                    }
                }
            }
        });
    }

    void find(Consumer<Finding> findings) {
        texts.forEach((language, own) -> {
            if (own.size() >= MIN_TEXTS) {
                List<Foreign> others = texts.keySet().stream()
                        .filter(other -> !other.equals(language))
                        .flatMap(other -> foreign(language, other).stream())
                        .toList();
                own.stream().filter(Text::sentence).forEach(text -> meant(text, others)
                        .map(other -> new TextInAnotherLanguage(text.text(), language, other))
                        .ifPresent(defect -> findings.accept(Finding.at(text.address(), defect))));
            }
        });
    }

    /** The language that the text has most letters of, if it has half as many as is usual for one in that language. */
    private static Optional<Language> meant(Text text, List<Foreign> others) {
        return others.stream()
                .filter(other -> text.count(other.letters()) >= text.letters().length() * other.share() / 2)
                .reduce((most, other) -> text.count(other.letters()) > text.count(most.letters()) ? other : most)
                .map(Foreign::language);
    }

    /** The letters by which texts of another language are told from those of this one; empty if they are too few. */
    private Optional<Foreign> foreign(Language language, Language other) {
        Set<Integer> letters = letters(language, other);
        List<Text> others = texts.getOrDefault(other, List.of());
        double all = others.stream().mapToInt(text -> text.letters().length()).sum();
        double share = others.stream().mapToInt(text -> text.count(letters)).sum() / all;
        return letters.size() >= MIN_LETTERS && share >= TELLING
                ? Optional.of(new Foreign(other, letters, share))
                : Optional.empty();
    }

    /** The letters that are usual in the other language and rare in this one. */
    private Set<Integer> letters(Language language, Language other) {
        Map<Integer, Integer> own = frequencies.getOrDefault(language, Map.of());
        double rare = Math.max(1, RARE * texts.getOrDefault(language, List.of()).size());
        double usual = USUAL * texts.getOrDefault(other, List.of()).size();
        return frequencies.getOrDefault(other, Map.of()).entrySet().stream()
                .filter(letter -> letter.getValue() >= usual && own.getOrDefault(letter.getKey(), 0) <= rare)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
