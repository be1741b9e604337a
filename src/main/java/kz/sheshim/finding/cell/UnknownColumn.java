package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * The heading of a column that may be left out is misspelt.
 *
 * @param nearest the column that is probably meant
 * @see kz.sheshim.policy.reading.HeadedSheet
 */
public record UnknownColumn(String given, String nearest) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("{0} is not a column of this sheet, so it would be ignored.", Wording.quote(given));
    }

    @Override
    public Phrase advice() {
        return Phrase.of(
                "Write {0} into this cell. If the column is only a note, begin its heading with Note.",
                Wording.quote(nearest));
    }
}
