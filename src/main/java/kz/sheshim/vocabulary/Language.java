package kz.sheshim.vocabulary;

import java.util.Locale;

/** A language of texts. Its tag (BCP 47) may say the script or the country too: {@code uz}, {@code uz-Cyrl}, {@code zh-Hans}. */
public record Language(Locale locale) {
    public static final Language ENGLISH = of("en");

    /** The language with this tag. */
    public static Language of(String tag) {
        return new Language(Locale.forLanguageTag(tag));
    }

    /** The language's tag. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** What the language is called in English. */
    public String englishName() {
        return locale.getDisplayName(Locale.ENGLISH);
    }

    /** How dates and numbers are written: in English as in Europe, 20 November 2026. */
    public Locale formats() {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }

    /** The column of a sheet that holds the texts of this language: {@code Text en}. */
    public String column(String prefix) {
        return prefix + " " + tag();
    }

    @Override
    public String toString() {
        return tag();
    }
}
