package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/** A workbook with a program in it. */
public record MacroInFile(String part) implements Defect {
    @Override
    public String message() {
        return "the file holds a macro (" + part
                + "). It is never run here, but it would be for whoever opens the workbook. Save it as an Excel workbook without macros (.xlsx).";
    }
}
