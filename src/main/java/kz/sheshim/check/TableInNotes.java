package kz.sheshim.check;

/** A decision table on a sheet that is not read. */
public record TableInNotes() implements Defect {
    @Override
    public String message() {
        return "the sheet looks like a decision table, but sheets named Notes… are not read. Rename it, or clear A1.";
    }
}
