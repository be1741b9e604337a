package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/** A file or sheet beyond what is read. */
public record TooLarge(String what, String setting) implements Defect {
    @Override
    public String message() {
        return what
                + "; so much is not read, and nothing beyond it takes part. Remove what is not needed, or raise the setting sheshim.workbook."
                + setting + ".";
    }
}
