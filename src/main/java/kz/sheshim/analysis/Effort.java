package kz.sheshim.analysis;

/**
 * How much is done for one table.
 *
 * @param maxConflicts dead ends that the solver tries for one question
 * @param maxGivenUp after so many questions without an answer no more are asked about the table
 * @param maxListed findings of one sort that are listed
 * @param maxBits atoms times rules: the memory that a table may take
 */
public record Effort(int maxConflicts, int maxGivenUp, int maxListed, long maxBits) {
    /** Seconds and some tens of megabytes for a table of a thousand rows. */
    public static final Effort USUAL = new Effort(100_000, 3, 20, 400_000_000L);
}
