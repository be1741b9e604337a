package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * No outcome is reached by an effect, by "no ground" or by "open rule".
 *
 * @see kz.sheshim.policy.reading.CatalogueReader
 */
public record MissingOutcome(String how, @Nullable String nearest) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "No outcome is reached by {0}, so some applications would have no outcome.", Wording.quote(how));
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(
                how,
                nearest,
                Phrase.of("Add a row to the sheet Outcomes that says {0} in Reached by.", Wording.quote(how)));
    }
}
