package kz.sheshim.finding.name;

import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A field is named that the vocabulary does not have.
 *
 * @see kz.sheshim.policy.reading.ColumnsByName
 * @see kz.sheshim.policy.reading.DerivationReader
 */
public record UnknownField(String given, @Nullable String nearest) implements UnknownReference {
    @Override
    public String sheet() {
        return "Fields";
    }

    @Override
    public Phrase wrong() {
        return Phrase.of("{0} is not a field of the sheet Fields, so it cannot be read.", Wording.quote(given));
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(given, nearest, Phrase.of("Correct the field, or add it to the sheet Fields."));
    }
}
