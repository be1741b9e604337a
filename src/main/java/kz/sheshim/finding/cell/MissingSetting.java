package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;

/** A setting that a sheet or the head of a table needs. */
public record MissingSetting(String setting) implements Defect {
    @Override
    public String message() {
        return "the setting " + setting + " is missing. Add a row with it and its value.";
    }
}
