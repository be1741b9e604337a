package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/** Kept files that are not what their revision says. */
public record RevisionMismatch(String revision) implements Defect {
    @Override
    public String message() {
        return "the files kept under this revision have another one (" + revision
                + "): they were changed, or this version reads them otherwise. Decisions of the revision cannot be replayed.";
    }
}
