package kz.sheshim.adapter.http.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Phrase;

/** Says phrases in the languages of the desk. The translations are in {@code phrases_*.po}, by their English patterns. */
final class Phrases {
    /** A text in quotes; editors wrap a long one into several, one a line. */
    private static final String TEXT = "((?:[ \t]*\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"[ \t]*\\R?)++)";

    private static final Pattern ENTRY = Pattern.compile("(?m)^msgid" + TEXT + "msgstr" + TEXT);
    private static final Pattern PART = Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
    private static final Map<Language, Map<String, String>> TRANSLATIONS = new HashMap<>();

    static {
        for (Language language : DeskLanguages.ALL.all()) {
            TRANSLATIONS.put(language, read("phrases_" + language.tag() + ".po"));
        }
    }

    private Phrases() {}

    /**
     * A text for a reader.
     *
     * @param english it is in English, and the reader's language is another
     */
    public record Said(String text, boolean english) {}

    static Said said(Phrase phrase, Language language) {
        boolean english = language.equals(DeskLanguages.ALL.all().get(0));
        Map<String, String> translations = translations(language);
        return (english
                        ? Optional.<String>empty()
                        : phrase.in(pattern -> Optional.ofNullable(translations.get(pattern))))
                .map(text -> new Said(text, false))
                .orElseGet(() -> new Said(phrase.toString(), !english));
    }

    static Map<String, String> translations(Language language) {
        return Objects.requireNonNull(TRANSLATIONS.get(language));
    }

    private static Map<String, String> read(String name) {
        try (InputStream file = Phrases.class.getResourceAsStream(name)) {
            return file == null ? Map.of() : parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The translations in a file as gettext and its editors write it. What is not translated yet is left out, and so is the head of the file. */
    static Map<String, String> parse(String file) {
        Map<String, String> translations = new HashMap<>();
        ENTRY.matcher(file).results().forEach(entry -> {
            String pattern = plain(entry.group(1));
            String text = plain(entry.group(2));
            if (!pattern.isEmpty() && !text.isEmpty()) {
                translations.put(pattern, text);
            }
        });
        return translations;
    }

    /** Its parts joined, without their quotes and escapes. */
    private static String plain(String text) {
        return PART.matcher(text)
                .results()
                .map(part -> part.group(1).translateEscapes())
                .collect(Collectors.joining());
    }
}
