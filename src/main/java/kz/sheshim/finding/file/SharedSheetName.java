package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.SheetAddress;

/**
 * A decision table has the name of a sheet in another workbook.
 *
 * @see kz.sheshim.policy.reading.SortedFiles
 */
public record SharedSheetName(String name, SheetAddress other) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "Another sheet is called {0} too ({1}), so people could change the wrong one.",
                Wording.quote(name), other);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Give this sheet another name.");
    }
}
