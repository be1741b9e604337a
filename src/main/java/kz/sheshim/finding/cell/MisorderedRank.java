package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * The outcome for "no ground" ranks before an outcome that an effect reaches.
 *
 * @see kz.sheshim.policy.reading.CatalogueReader
 */
public record MisorderedRank(int rank, int lastEffect) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The outcome for \"no ground\" has rank {0}, but an outcome that is reached by an effect has rank {1}. The lowest rank wins, so an application could get the outcome for no ground while a rule that gives that effect is still open.",
                rank, lastEffect);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Give the outcome for \"no ground\" a higher rank number than {0}.", lastEffect);
    }
}
