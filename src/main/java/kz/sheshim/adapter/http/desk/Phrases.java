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
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Phrase;

/** Says phrases in the languages of the desk. The translations are in {@code phrases_*.po}, by their English patterns. */
final class Phrases {
    private static final Pattern ENTRY = Pattern.compile("msgid \"(.+)\"\nmsgstr \"(.+)\"");
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

    /** A file of translations as gettext and its editors have them, each text in one line. */
    private static Map<String, String> read(String name) {
        Map<String, String> translations = new HashMap<>();
        try (InputStream file = Phrases.class.getResourceAsStream(name)) {
            if (file != null) {
                ENTRY.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                        .results()
                        .forEach(entry -> translations.put(plain(entry.group(1)), plain(entry.group(2))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return translations;
    }

    private static String plain(String text) {
        return text.replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
