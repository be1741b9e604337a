package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/**
 * Two rules give one case two values where only one is possible.
 *
 * @see kz.sheshim.analysis.RulePairs
 */
public record Conflict(String situation, String gives, String cells, String other, String otherGives, String otherCells)
        implements Defect {
    @Override
    public String wrong() {
        return "This rule [" + cells + "] gives " + gives + ", and rule " + other + " [" + otherCells + "] gives "
                + otherGives + ". Both match this case: " + situation
                + ". Only one value is possible, so such an application cannot be decided.";
    }

    @Override
    public String advice() {
        return "Narrow one of the two rules.";
    }
}
