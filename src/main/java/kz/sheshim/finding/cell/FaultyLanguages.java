package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * The setting Languages does not list languages by their tags.
 *
 * @param why what is wrong with it, as a clause
 * @see kz.sheshim.policy.reading.LanguagesReader
 */
public record FaultyLanguages(String given, Phrase why, @Nullable String nearest) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "{0} does not say in which languages the texts of the policy are: {1}.", Wording.quote(given), why);
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(
                given,
                nearest,
                Phrase.of("Write the tag of each language once, with commas: en, ru, kk, uz, zh-Hans."));
    }
}
