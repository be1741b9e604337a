package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Language;

/**
 * A text exists in some languages and not in all.
 *
 * @see kz.sheshim.policy.reading.HeadedSheet
 */
public record MissingTranslation(String prefix, Language language) implements Defect {
    @Override
    public String wrong() {
        return language.column(prefix) + " is empty although the text exists in another language. Readers of "
                + language.englishName() + " would see no text.";
    }

    @Override
    public String advice() {
        return "Write the translation.";
    }
}
