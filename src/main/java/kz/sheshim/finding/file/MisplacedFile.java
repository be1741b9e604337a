package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A file is in a folder in which it is not read.
 *
 * @param severity an error for a file that could have been meant to be read
 * @see kz.sheshim.policy.reading.SortedFiles
 */
public record MisplacedFile(String ending, Severity severity) implements Defect {

    @Override
    public String wrong() {
        return "Only files that end in " + ending + " are read from this folder, so this file takes no part.";
    }

    @Override
    public String advice() {
        return "Remove the file from the folder, or save it in the right format.";
    }
}
