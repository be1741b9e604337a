package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/**
 * No table of the policy gives a ground.
 *
 * @see kz.sheshim.policy.reading.TablesReader
 */
public record NothingDecides() implements Defect {
    @Override
    public String wrong() {
        return "No table gives a ground, so every application would be granted.";
    }

    @Override
    public String advice() {
        return "Add a table that gives grounds.";
    }
}
