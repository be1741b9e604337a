package kz.sheshim.adapter.http.desk;

import java.util.Optional;
import kz.sheshim.adapter.http.problem.Translations;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Phrase;

/** Says phrases in the languages of the desk. */
final class Phrases {
    private Phrases() {}

    /**
     * A text for a reader.
     *
     * @param english it is in English, and the reader's language is another
     */
    public record Said(String text, boolean english) {}

    static Said said(Phrase phrase, Language language) {
        boolean english = language.equals(DeskLanguages.ALL.all().get(0));
        return (english ? Optional.<String>empty() : Translations.said(phrase, language.tag()))
                .map(text -> new Said(text, false))
                .orElseGet(() -> new Said(phrase.toString(), !english));
    }
}
