package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A notice that rules give stands in no receipt.
 *
 * @see kz.sheshim.policy.reading.Unprinted
 */
public record UnprintedNotice(String notice) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "No receipt shows the notice {0} when a rule gives it, so people who get a receipt do not read it.",
                Wording.quote(notice));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write it into a row of the sheet Paragraphs that shows notices. "
                + "If it is not for receipts, write no into the column In receipts (add the column if it is missing).");
    }
}
