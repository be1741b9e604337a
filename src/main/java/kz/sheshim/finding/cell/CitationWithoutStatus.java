package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A citation does not say whether it was compared with the act.
 *
 * @see kz.sheshim.policy.reading.ConclusionReader
 */
public record CitationWithoutStatus() implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The cell is blank, so an applicant cannot know whether the citation was compared with the act.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write verified or to verify.");
    }
}
