package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A rule follows another one in the same cases, but not on the next day.
 *
 * @param lapse the days on which neither is in force: {@code from 2024-03-25 until 2024-03-31}
 * @see kz.sheshim.analysis.Successions
 */
public record ConclusionLapses(String earlier, String lapse) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "The rule follows rule " + earlier + ", which is for the same cases, but neither is in force " + lapse
                + ".";
    }

    @Override
    public String advice() {
        return "Let rule " + earlier
                + " end on the day before this one begins, or this one begin on the day after the other ends.";
    }
}
