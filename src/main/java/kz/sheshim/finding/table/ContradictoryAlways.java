package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/** A rule that says it has no condition, and has one. */
public record ContradictoryAlways(String word) implements Defect {
    @Override
    public String message() {
        return word
                + " says that the rule has no condition, but other cells of the row hold conditions; which of both holds would be a guess. Clear this cell, or the others.";
    }
}
