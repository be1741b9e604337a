package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A receipt has no paragraphs.
 *
 * @see kz.sheshim.policy.reading.ReceiptReader
 */
public record UnwrittenReceipt(String receipt) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "No row of the sheet Paragraphs belongs to the receipt {0}, so the receipt would be an empty page.",
                Wording.quote(receipt));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write its paragraphs, or remove the receipt.");
    }
}
