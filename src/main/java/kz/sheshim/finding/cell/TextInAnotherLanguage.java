package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Phrase;

/**
 * A text of one language has letters that only the texts of another one have.
 *
 * @param language the language in whose column it stands
 * @param like the language that it seems to be written in
 * @see kz.sheshim.policy.reading.TextsInOtherLanguages
 */
public record TextInAnotherLanguage(String given, Language language, Language like) implements Defect {
    /** Both languages, whose columns may be exchanged. */
    @Override
    public Object sameCause() {
        return code() + language + like;
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "{0} stands where readers of {1} look, but by its letters it is {2}.",
                Wording.quote(given), language.englishName(), like.englishName());
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write the translation. If two texts are exchanged, put each into its column.");
    }
}
