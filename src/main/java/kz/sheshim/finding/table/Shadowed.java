package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A rule of a FIRST table never decides, because earlier rules match whenever it does.
 *
 * @param by the earlier rules
 * @param open whether the rule can still be open while facts are not known
 * @see kz.sheshim.analysis.ShadowsAndGaps
 */
public record Shadowed(String situation, String by, boolean open) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "The rule never decides, because an earlier rule matches whenever this one does: " + by
                + ". For example: " + situation + "."
                + (open ? " The rule can only be open, beside the earlier ones, while a fact is not yet known." : "");
    }

    @Override
    public String advice() {
        return "Move it up if it is meant to come first, or remove it.";
    }
}
