package kz.sheshim.finding.name;

import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A text contains a placeholder that is never replaced.
 *
 * @see kz.sheshim.policy.reading.HeadedSheet
 */
public record UnknownPlaceholder(String given, @Nullable String nearest) implements UnknownReference {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "Nothing replaces {0} in this text, so applicants would read it as it stands.", Wording.quote(given));
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(
                given,
                nearest,
                Phrase.of("The page workbook-format.md lists what the texts of each sheet may say in braces."));
    }
}
