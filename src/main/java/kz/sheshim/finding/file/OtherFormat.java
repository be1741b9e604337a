package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A file has another format than its name says.
 *
 * @see kz.sheshim.adapter.xlsx.FileKind
 */
public record OtherFormat(Phrase format) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The file is {0}, so nothing in it is read.", format);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Open it in Excel or LibreOffice, and save it as an Excel workbook (.xlsx).");
    }
}
