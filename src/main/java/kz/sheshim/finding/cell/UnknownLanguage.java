package kz.sheshim.finding.cell;

import java.util.Locale;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Languages;
import kz.sheshim.vocabulary.Phrase;

/**
 * A column or a setting holds texts in a language that the policy does not have.
 *
 * @param heading its heading, which ends with the language
 * @param tag the language
 * @see kz.sheshim.policy.reading.LanguageTags
 */
public record UnknownLanguage(String heading, String tag, Languages languages) implements Defect {
    /** The language, which the policy may lack. */
    @Override
    public Object sameCause() {
        return Locale.forLanguageTag(tag);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "{0} is not read, so nobody is shown its texts. The languages of the policy are {1}.",
                Wording.quote(heading), languages);
    }

    @Override
    public Phrase advice() {
        return languages.tagged(tag).isPresent()
                ? Phrase.of("Write {0} for the language, or give it a heading that does not look like a language.", tag)
                : Phrase.of(
                        "Add {0} to Languages on the sheet Policy, correct the language, or give it a heading that does not look like a language.",
                        tag);
    }
}
