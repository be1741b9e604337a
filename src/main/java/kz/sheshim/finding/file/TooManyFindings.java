package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/**
 * The files contain too many errors to list them all.
 *
 * @see kz.sheshim.policy.reading.BoundedFindings
 */
public record TooManyFindings(int errors) implements Defect {
    @Override
    public String wrong() {
        return "There are " + errors
                + " errors or more, which probably have one cause. The rest of the files was not checked.";
    }

    @Override
    public String advice() {
        return "Correct the first errors, and check again.";
    }
}
