package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/**
 * A rule has no condition and does not say so.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record UnmarkedRule(String word) implements Defect {
    @Override
    public String wrong() {
        return "The rule has no condition, so it always holds.";
    }

    @Override
    public String advice() {
        return "Write " + word + " into its first condition cell if this is intended, or write the conditions.";
    }
}
