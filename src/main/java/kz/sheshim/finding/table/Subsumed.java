package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/** A rule of a COLLECT table that others make superfluous. */
public record Subsumed(String by, boolean together) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String message() {
        return "the rule adds nothing: whenever it matches or is open, so "
                + (together ? "does one of the rules " : "does rule ") + by
                + ", with the same conclusion. Remove it, or narrow the other" + (together ? "s" : "") + ".";
    }
}
