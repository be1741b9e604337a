package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * A table has more findings of one kind than are listed.
 *
 * @param of the code of the findings
 * @param more how many more there are; 0: at least one
 * @see kz.sheshim.analysis.Report
 */
public record MoreFindings(String of, int more) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return more == 0
                ? Phrase.of(
                        "Only the first findings of the kind {0} are listed. The table has one or more of them.", of)
                : Phrase.of(
                        "Only the first findings of the kind {0} are listed. The table has {1} more of them.",
                        of, more);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct those that are listed, and check again.");
    }
}
