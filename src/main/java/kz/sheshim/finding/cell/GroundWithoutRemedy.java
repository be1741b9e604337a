package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A ground does not say what the applicant can do.
 *
 * @see kz.sheshim.policy.reading.CatalogueReader
 */
public record GroundWithoutRemedy() implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The ground has no remedy, so a refused applicant does not learn what to do.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write the remedy in each language of the policy, even if it says that nothing can be done.");
    }
}
