package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/**
 * A citation does not say whether it was compared with the act.
 *
 * @see kz.sheshim.policy.reading.ConclusionReader
 */
public record CitationWithoutStatus() implements Defect {
    @Override
    public String wrong() {
        return "The cell is blank, so an applicant cannot know whether the citation was compared with the act.";
    }

    @Override
    public String advice() {
        return "Write verified or to verify.";
    }
}
