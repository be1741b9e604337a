package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/** A file of another format, whatever its name says. */
public record OtherFormat(String format) implements Defect {
    @Override
    public String message() {
        return "the file is " + format
                + ", so nothing in it takes part. Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).";
    }
}
