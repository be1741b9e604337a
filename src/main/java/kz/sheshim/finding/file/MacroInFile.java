package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/**
 * A workbook contains a program.
 *
 * @see kz.sheshim.adapter.xlsx.XlsxReader
 */
public record MacroInFile(String part) implements Defect {
    @Override
    public String wrong() {
        return "The file contains a macro (" + part
                + "). Sheshim never runs it, but it may run when somebody opens the workbook.";
    }

    @Override
    public String advice() {
        return "Save the file as an Excel workbook without macros (.xlsx).";
    }
}
