package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A file cannot be read.
 *
 * @see kz.sheshim.adapter.xlsx.XlsxReader
 * @see kz.sheshim.adapter.folder.FolderPolicySource
 */
public record UnreadableFile(Phrase reason) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The file cannot be read ({0}), so nothing in it takes part.", reason);
    }

    @Override
    public Phrase advice() {
        return Phrase.of(
                "If it is a workbook, open it in Excel or LibreOffice, and save it as .xlsx. If not, remove it from the folder.");
    }
}
