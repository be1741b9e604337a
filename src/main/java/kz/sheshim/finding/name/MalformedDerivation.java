package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A field cannot be derived as its row says.
 *
 * @param nearest what may be meant instead
 * @see kz.sheshim.policy.reading.DerivationReader
 */
public record MalformedDerivation(String given, Phrase reason, @Nullable String nearest) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("{0} is not a valid derivation: {1}.", Wording.quote(given), reason);
    }

    @Override
    public Phrase advice() {
        return nearest != null
                ? Phrase.of("Did you mean {0}?", Wording.quote(nearest))
                : Phrase.of(
                        "Write an expression, as entity.field >= 18 or count of entity.field: value (the page on workbooks lists all forms), or the fields from which rules/*.drl derive it, with commas.");
    }
}
