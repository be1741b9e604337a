package kz.sheshim.adapter.http.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.sheshim.SmallPolicyFixture;
import kz.sheshim.adapter.http.problem.Translations;
import kz.sheshim.finding.Finding;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.Term;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the phrases of the code with their translations. */
class PhrasesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BAD = Path.of("src/test/resources/tables/bad");

    /** A phrase with its pattern, if that is a literal: texts that are joined by a plus. */
    private static final Pattern PHRASE =
            Pattern.compile("Phrase\\.of\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*)?)*)");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern VALUE = Pattern.compile("\\{[0-9]+}");

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk"})
    void everyPatternIsTranslatedWithItsValues(String language) throws IOException {
        Map<String, Set<String>> patterns = new TreeMap<>();
        for (String pattern : patterns()) {
            patterns.put(pattern, values(pattern));
        }
        Map<String, Set<String>> translated = new TreeMap<>();
        Translations.into(language).forEach((pattern, text) -> {
            translated.put(pattern, values(text));
            assertThat(text.endsWith(".")).as(text).isEqualTo(pattern.endsWith("."));
        });
        assertThat(translated).isEqualTo(patterns);
    }

    /** Another pattern would have no translations, and nobody would see it here. */
    @Test
    void everyPatternIsALiteral() throws IOException {
        List<String> others = new ArrayList<>();
        for (Path source : sources()) {
            PHRASE.matcher(Files.readString(source))
                    .results()
                    .filter(phrase -> phrase.group(1).isEmpty())
                    .forEach(phrase -> others.add(source + ": " + phrase.group()));
        }
        assertThat(others).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk"})
    void findingsOfBadWorkbooksAreSaidInTheLanguageOfTheReader(String language) throws IOException {
        Map<String, String> english = new HashMap<>();
        try (Stream<Path> folders = Files.list(BAD)) {
            for (Path folder : folders.toList()) {
                for (Finding finding :
                        new SmallPolicyFixture().with(folder).check().findings()) {
                    Phrases.Said said = Phrases.said(finding.defect().phrase(), Language.of(language));
                    if (said.english() || !said.text().matches("(?s).*\\p{IsCyrillic}.*")) {
                        english.put(finding.defect().code(), said.text());
                    }
                }
            }
        }
        assertThat(english).isEmpty();
    }

    @Test
    void valuesOfAPhraseAreSaidToo() {
        Phrase phrase = Phrase.of("{0} and {1} more", Phrase.of("rule"), 3);
        assertThat(phrase).hasToString("rule and 3 more");
        assertThat(said(phrase, "ru")).isEqualTo(new Phrases.Said("правило и ещё 3", false));
        assertThat(said(phrase, "en")).isEqualTo(new Phrases.Said("rule and 3 more", false));
    }

    @Test
    void conclusionsAreSaidToo() {
        Conclusion term = new Conclusion.OfTerm(new Term(15, Term.Unit.CALENDAR_DAYS, Term.OnDayOff.NEXT_WORKING_DAY));
        assertThat(term.phrase()).hasToString("15 calendar days, on a day off the next working day");
        assertThat(said(term.phrase(), "ru"))
                .isEqualTo(new Phrases.Said("календарных дней: 15; в выходной — следующий рабочий день", false));
    }

    @Test
    void whatAnotherVersionSaysIsEnglishAndMarkedAsSuch() {
        Map<String, Object> json = new HashMap<>();
        Phrase.of("{0} of yore", "X").putInto(json, "message");
        assertThat(said(Phrase.in(json, "message"), "kk")).isEqualTo(new Phrases.Said("X of yore", true));
        json.remove("messagePhrase");
        assertThat(said(Phrase.in(json, "message"), "kk")).isEqualTo(new Phrases.Said("X of yore", true));
    }

    @Test
    void phraseComesBackFromItsJson() {
        Phrase phrase = Phrase.of("{0} and {1} more", Phrase.joined("; ", List.of(Phrase.of("rule"))), 3);
        Map<String, Object> json = new HashMap<>();
        phrase.putInto(json, "message");
        assertThat(json).containsEntry("message", "rule and 3 more");
        assertThat(Phrase.in(json, "message")).isEqualTo(phrase);
    }

    @Test
    void textsOfWorkbooksAreNotTakenForPatterns() {
        assertThat(Phrase.of("Use {0}.", "{0} $1 \\ rule")).hasToString("Use {0} $1 \\ rule.");
    }

    private static Phrases.Said said(Phrase phrase, String language) {
        return Phrases.said(phrase, Language.of(language));
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that say something. */
    private static Set<String> patterns() throws IOException {
        Set<String> patterns = new TreeSet<>();
        for (Path source : sources()) {
            PHRASE.matcher(Files.readString(source)).results().forEach(phrase -> {
                String pattern = LITERAL.matcher(phrase.group(1))
                        .results()
                        .map(part -> part.group(1))
                        .collect(Collectors.joining())
                        .translateEscapes();
                if (pattern.chars().anyMatch(Character::isLetter)) {
                    patterns.add(pattern);
                }
            });
        }
        return patterns;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
