package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A decision table or a sheet of scenarios is on a sheet that is not read.
 *
 * @see kz.sheshim.policy.reading.SortedFiles
 */
public record TableInNotes() implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The sheet looks like a decision table or scenarios, but sheets whose name begins with Notes are not read.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Rename the sheet, or clear A1.");
    }
}
