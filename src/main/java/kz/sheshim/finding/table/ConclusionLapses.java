package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule follows another one in the same cases, but not on the next day.
 *
 * @param lapse the days on which neither is in force: {@code from 2024-03-25 until 2024-03-31}
 * @see kz.sheshim.analysis.Successions
 */
public record ConclusionLapses(String earlier, Phrase lapse) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The rule follows rule {0}, which is for the same cases, but neither is in force {1}.", earlier, lapse);
    }

    @Override
    public Phrase advice() {
        return Phrase.of(
                "Let rule {0} end on the day before this one begins, or this one begin on the day after the other ends.",
                earlier);
    }
}
