package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A text lacks a placeholder that stands in the same text in another language.
 *
 * @param column the column of that language
 * @see kz.sheshim.policy.reading.HeadedSheet
 */
public record MissingPlaceholder(String placeholder, String column) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "{0} says {1}, and this text does not, so its readers would learn less.",
                column, Wording.quote(placeholder));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write the placeholder in all languages, or in none.");
    }
}
