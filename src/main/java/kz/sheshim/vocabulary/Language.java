package kz.sheshim.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages of all texts. */
public enum Language {
    EN("English", "en-GB"),
    RU("Russian", "ru"),
    KK("Kazakh", "kk");

    private final String englishName;
    private final Locale locale;

    Language(String englishName, String locale) {
        this.englishName = englishName;
        this.locale = Locale.forLanguageTag(locale);
    }

    /** The language's tag (BCP 47). */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the language is called in English. */
    public String englishName() {
        return englishName;
    }

    /** How dates and numbers are written. */
    public Locale locale() {
        return locale;
    }

    /** The column of a sheet that holds the texts of this language: {@code Text en}. */
    public String column(String prefix) {
        return prefix + " " + tag();
    }

    /** The columns of a sheet that hold the same texts, one for each language. */
    public static List<String> columns(String prefix) {
        return Stream.of(values()).map(language -> language.column(prefix)).toList();
    }
}
