package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * Two codes of one list have the same label, so that readers cannot tell them apart.
 *
 * @param given the code at whose label this is told
 * @param other the code that has it above
 * @see kz.sheshim.policy.reading.VocabularyReader
 */
public record SharedLabel(String label, String given, String other) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "{0} is the label of the code {1} and of the code {2} of the same list, so readers cannot tell them apart.",
                Wording.quote(label), Wording.quote(given), Wording.quote(other));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct one of the two labels, or remove one of the codes.");
    }
}
