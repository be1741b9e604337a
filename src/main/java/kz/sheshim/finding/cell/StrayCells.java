package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * Cells are filled below the end of a table.
 *
 * @see kz.sheshim.policy.reading.RuleRows
 */
public record StrayCells(String given, int rows) implements Defect {
    @Override
    public Phrase wrong() {
        return rows == 1
                ? Phrase.of(
                        "Below the end of the table a row is filled without a rule id. Its first cell says {0}. The row would be taken for a rule.",
                        Wording.quote(given))
                : Phrase.of(
                        "Below the end of the table {0} rows are filled without a rule id. The first cell says {1}. The rows would be taken for rules.",
                        rows, Wording.quote(given));
    }

    @Override
    public Phrase advice() {
        return rows == 1
                ? Phrase.of("Clear it, or move the text to a sheet whose name begins with Notes.")
                : Phrase.of("Clear them, or move the text to a sheet whose name begins with Notes.");
    }
}
