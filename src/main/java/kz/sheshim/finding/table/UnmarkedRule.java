package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/** A rule without conditions that does not say so. */
public record UnmarkedRule(String word) implements Defect {
    @Override
    public String message() {
        return "the rule has no condition, so it always holds; if that is meant, write " + word
                + " in its first condition cell.";
    }
}
