package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A sheet is neither a table nor any other sheet that is read.
 *
 * @see kz.sheshim.policy.reading.SortedFiles
 */
public record UnknownSheet(String given, @Nullable String nearest) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The sheet is not read. It is not a decision table (A1 says Table), it does not hold scenarios (A1 says Scenarios), and it is not a sheet of the vocabulary, the calendar or the receipts.");
    }

    @Override
    public Phrase advice() {
        return Wording.suggest(given, nearest, Phrase.of("Begin its name with Notes if it is not meant to be read."));
    }
}
