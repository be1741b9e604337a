package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/**
 * A rule is never in force.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record FromAfterUntil() implements Defect {
    @Override
    public String wrong() {
        return "From is after Until, so the row is never in force.";
    }

    @Override
    public String advice() {
        return "Correct the dates.";
    }
}
