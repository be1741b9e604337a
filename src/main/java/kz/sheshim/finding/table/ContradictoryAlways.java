package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A rule says that it has no condition, and has one.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record ContradictoryAlways(String word) implements Defect {
    @Override
    public String wrong() {
        return Wording.quote(word)
                + " says that the rule has no condition, but other cells of the row contain conditions.";
    }

    @Override
    public String advice() {
        return "Clear this cell, or the other ones.";
    }
}
