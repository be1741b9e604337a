package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The setting Languages does not list languages by their tags.
 *
 * @param why what is wrong with it, as a clause
 * @see kz.sheshim.policy.reading.LanguagesReader
 */
public record FaultyLanguages(String given, String why, @Nullable String nearest) implements Defect {
    @Override
    public String wrong() {
        return Wording.quote(given) + " does not say in which languages the texts of the policy are: " + why + ".";
    }

    @Override
    public String advice() {
        return Wording.suggest(
                given, nearest, "Write the tag of each language once, with commas: en, ru, kk, uz, zh-Hans.");
    }
}
