package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/** A cell that cannot be filled in its row. */
public record MisplacedCell(String given, String entities) implements Defect {
    @Override
    public String message() {
        return given + " stands in a row without a scenario's id; such a row only describes the next of " + entities
                + " of the scenario above, so the cell would not be read. Write the id, or move the cell up.";
    }
}
