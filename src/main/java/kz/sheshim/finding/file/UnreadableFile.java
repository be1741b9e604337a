package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** A file that is not a workbook, or a broken one. */
public record UnreadableFile(String reason) implements Defect {
    @Override
    public String message() {
        return "the file cannot be read as a workbook (" + Given.shown(reason)
                + "); nothing in it takes part. Open it in Excel or LibreOffice and save it as .xlsx.";
    }
}
