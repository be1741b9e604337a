package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A workbook needs a password.
 *
 * @see kz.sheshim.adapter.xlsx.FileKind
 */
public record EncryptedFile() implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The file is encrypted with a password, so nothing in it can be read.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Save it without a password.");
    }
}
