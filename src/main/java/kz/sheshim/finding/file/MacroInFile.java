package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A workbook contains a program.
 *
 * @see kz.sheshim.adapter.xlsx.XlsxReader
 */
public record MacroInFile(String part) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The file contains a macro ({0}). Sheshim never runs it, but it may run when somebody opens the workbook.",
                part);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Save the file as an Excel workbook without macros (.xlsx).");
    }
}
