package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/** A column that a sheet needs. */
public record MissingColumn(String column) implements Defect {
    @Override
    public String message() {
        return "the sheet has no column " + column + " in its header, so its rows cannot be read. Add it.";
    }
}
