package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/** A workbook that needs a password. */
public record EncryptedFile() implements Defect {
    @Override
    public String message() {
        return "the file is encrypted with a password, so nothing in it can be read. Save it without a password to open.";
    }
}
