package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** A cell whose computation failed. */
public record ErrorCell(String error) implements Defect {
    @Override
    public String message() {
        return "the cell holds the error " + Given.shown(error) + ", which says nothing. Write the value itself.";
    }
}
