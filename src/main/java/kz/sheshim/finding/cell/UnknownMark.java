package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A1 looks like the word that says what a sheet is, and is not, so the sheet is not read.
 *
 * @param marks the words, with commas
 * @see kz.sheshim.policy.reading.SortedFiles
 */
public record UnknownMark(String given, String marks, String nearest) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("{0} is not one of {1}, so the sheet is not read.", Wording.quote(given), marks);
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(given, nearest, Phrase.of("Begin its name with Notes if it is not meant to be read."));
    }
}
