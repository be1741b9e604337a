package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A name already has another meaning.
 *
 * @see kz.sheshim.policy.reading.VocabularyReader
 */
public record ReservedName(String given) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("{0} already has a meaning in condition cells or in the rule language.", Wording.quote(given));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Choose another name.");
    }
}
