package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * A file is in a folder in which it is not read.
 *
 * @param severity an error for a file that could have been meant to be read
 * @see kz.sheshim.policy.reading.SortedFiles
 */
public record MisplacedFile(String ending, Severity severity) implements Defect {

    @Override
    public Phrase wrong() {
        return Phrase.of("Only files that end in {0} are read from this folder, so this file takes no part.", ending);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Remove the file from the folder, or save it in the right format.");
    }
}
