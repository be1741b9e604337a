package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/**
 * A file has another format than its name says.
 *
 * @see kz.sheshim.adapter.xlsx.FileKind
 */
public record OtherFormat(String format) implements Defect {
    @Override
    public String wrong() {
        return "The file is " + format + ", so nothing in it is read.";
    }

    @Override
    public String advice() {
        return "Open it in Excel or LibreOffice, and save it as an Excel workbook (.xlsx).";
    }
}
