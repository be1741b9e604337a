package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/** Two rules that give one case different values of what can only have one. */
public record Conflict(String situation, String gives, String cells, String other, String otherGives, String otherCells)
        implements Defect {
    @Override
    public String message() {
        return "the rule [" + cells + "] gives " + gives + ", rule " + other + " [" + otherCells + "] gives "
                + otherGives
                + ", and both match: " + situation
                + ". There can be only one value, so such an application cannot be decided. Narrow one of them.";
    }
}
