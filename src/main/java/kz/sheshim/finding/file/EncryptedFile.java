package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/**
 * A workbook needs a password.
 *
 * @see kz.sheshim.adapter.xlsx.FileKind
 */
public record EncryptedFile() implements Defect {
    @Override
    public String wrong() {
        return "The file is encrypted with a password, so nothing in it can be read.";
    }

    @Override
    public String advice() {
        return "Save it without a password.";
    }
}
