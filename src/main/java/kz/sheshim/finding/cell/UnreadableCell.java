package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** A cell whose meaning cannot be read. */
public record UnreadableCell(String reason) implements Defect {
    @Override
    public String message() {
        return "the cell cannot be read by meaning: " + Given.shown(reason) + ". Write the value itself.";
    }
}
