package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/**
 * Two rules of a UNIQUE table match the same case.
 *
 * @param same whether both rules conclude the same
 * @see kz.sheshim.analysis.RulePairs
 */
public record Overlap(String situation, String cells, String other, String otherCells, boolean same) implements Defect {
    @Override
    public String wrong() {
        return "This rule [" + cells + "] and rule " + other + " [" + otherCells + "] both match this case: "
                + situation + ". A UNIQUE table allows one match, so such an application cannot be decided.";
    }

    @Override
    public String advice() {
        return same ? "They conclude the same: join them, or narrow one of them." : "Narrow one of them.";
    }
}
