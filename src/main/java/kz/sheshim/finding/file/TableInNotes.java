package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/** A decision table, or scenarios, on a sheet that is not read. */
public record TableInNotes() implements Defect {
    @Override
    public String message() {
        return "the sheet looks like a decision table or scenarios, but sheets named Notes… are not read. Rename it, or clear A1.";
    }
}
