package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Phrase;

/**
 * A text exists in some languages and not in all.
 *
 * @see kz.sheshim.policy.reading.HeadedSheet
 */
public record MissingTranslation(String prefix, Language language) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "{0} is empty although the text exists in another language. Readers of {1} would see no text.",
                language.column(prefix), language.englishName());
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write the translation.");
    }
}
