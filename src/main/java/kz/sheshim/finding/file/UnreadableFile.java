package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A file cannot be read.
 *
 * @see kz.sheshim.adapter.xlsx.XlsxReader
 * @see kz.sheshim.adapter.folder.FolderPolicySource
 */
public record UnreadableFile(String reason) implements Defect {
    @Override
    public String wrong() {
        return "The file cannot be read (" + Wording.shown(reason) + "), so nothing in it takes part.";
    }

    @Override
    public String advice() {
        return "If it is a workbook, open it in Excel or LibreOffice, and save it as .xlsx. If not, remove it from the folder.";
    }
}
