package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/**
 * Two rules of a UNIQUE table that match the same case.
 *
 * @param same they conclude the same
 */
public record Overlap(String situation, String cells, String other, String otherCells, boolean same) implements Defect {
    @Override
    public String message() {
        return "the rule [" + cells + "] and rule " + other + " [" + otherCells + "] both match: " + situation
                + ". A UNIQUE table allows one, so such an application cannot be decided. "
                + (same ? "They conclude the same: join them, or narrow one." : "Narrow one of them.");
    }
}
