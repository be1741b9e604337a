package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/**
 * A ground does not say what the applicant can do.
 *
 * @see kz.sheshim.policy.reading.CatalogueReader
 */
public record GroundWithoutRemedy() implements Defect {
    @Override
    public String wrong() {
        return "The ground has no remedy, so a refused applicant does not learn what to do.";
    }

    @Override
    public String advice() {
        return "Write the remedy in each language of the policy, even if it says that nothing can be done.";
    }
}
