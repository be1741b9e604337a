package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A name already has another meaning.
 *
 * @see kz.sheshim.policy.reading.VocabularyReader
 */
public record ReservedName(String given) implements Defect {
    @Override
    public String wrong() {
        return Wording.quote(given) + " already has a meaning in condition cells or in the rule language.";
    }

    @Override
    public String advice() {
        return "Choose another name.";
    }
}
