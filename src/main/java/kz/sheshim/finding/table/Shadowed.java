package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A rule of a FIRST table behind others that match whenever it does.
 *
 * @param by what the rules before it are
 * @param open where facts are not known it can still stay open
 */
public record Shadowed(String situation, String by, boolean open) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String message() {
        return "the rule never decides, because whenever it matches an earlier one does: " + by + ". For example: "
                + situation
                + ". "
                + (open ? "Only where a fact is not yet known is it open, beside them. " : "")
                + "Move it up if it is meant to come first, or remove it.";
    }
}
