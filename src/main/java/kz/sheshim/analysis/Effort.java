package kz.sheshim.analysis;

/**
 * The limits of the work for one table.
 *
 * @param maxConflicts maximum number of dead ends that the solver tries for one question
 * @param maxGivenUp maximum number of questions without an answer; after them no more are asked about the table
 * @param maxListed maximum number of findings of one sort that are listed
 * @param maxBits maximum of atoms times rules, which limits the memory for a table
 */
public record Effort(int maxConflicts, int maxGivenUp, int maxListed, long maxBits) {
    /** Seconds and some tens of megabytes for a table of a thousand rows. */
    public static final Effort USUAL = new Effort(100_000, 3, 20, 400_000_000L);
}
