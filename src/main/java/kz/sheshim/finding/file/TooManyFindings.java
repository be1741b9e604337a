package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * The files contain too many errors to list them all.
 *
 * @see kz.sheshim.policy.reading.BoundedFindings
 */
public record TooManyFindings(int errors) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "There are {0} errors or more, which probably have one cause. The rest of the files was not checked.",
                errors);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct the first errors, and check again.");
    }
}
