package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A rule of a COLLECT table adds nothing to other rules.
 *
 * @see kz.sheshim.analysis.Redundancy
 */
public record Subsumed(String by, boolean together) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "The rule adds nothing: whenever it matches or is open, so does "
                + (together ? "one of the rules " : "rule ") + by + ", with the same conclusion.";
    }

    @Override
    public String advice() {
        return "Remove it, or narrow the other " + (together ? "rules." : "rule.");
    }
}
