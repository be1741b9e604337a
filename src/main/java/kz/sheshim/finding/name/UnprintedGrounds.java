package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * No receipt for an outcome that grounds bring shows grounds.
 *
 * @see kz.sheshim.policy.reading.Unprinted
 */
public record UnprintedGrounds(String outcome) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "No receipt for the outcome {0} shows the grounds, so applicants do not read the reasons.",
                Wording.quote(outcome));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Add a row to the sheet Paragraphs that shows grounds.");
    }
}
