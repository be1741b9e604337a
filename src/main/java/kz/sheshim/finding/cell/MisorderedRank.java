package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/**
 * The outcome for "no ground" ranks before an outcome that an effect reaches.
 *
 * @see kz.sheshim.policy.reading.CatalogueReader
 */
public record MisorderedRank(int rank, int lastEffect) implements Defect {
    @Override
    public String wrong() {
        return "The outcome for \"no ground\" has rank " + rank
                + ", but an outcome that is reached by an effect has rank " + lastEffect
                + ". The lowest rank wins, so an application could get the outcome for no ground while a rule that gives that effect is still open.";
    }

    @Override
    public String advice() {
        return "Give the outcome for \"no ground\" a higher rank number than " + lastEffect + ".";
    }
}
