package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * There are blank rows inside a table or between scenarios.
 *
 * @see kz.sheshim.policy.reading.FilledRows
 */
public record BlankRow(int rows, String next) implements Defect {
    @Override
    public Phrase wrong() {
        return rows == 1
                ? Phrase.of(
                        "This row is blank, but there are filled rows further below; the next one begins with {0}. Readers may take those for notes.",
                        Wording.quote(next))
                : Phrase.of(
                        "This row and the {0} below it are blank, but there are filled rows further below; the next one begins with {1}. Readers may take those for notes.",
                        rows - 1, Wording.quote(next));
    }

    @Override
    public Phrase advice() {
        return rows == 1 ? Phrase.of("Remove the blank row.") : Phrase.of("Remove the blank rows.");
    }
}
