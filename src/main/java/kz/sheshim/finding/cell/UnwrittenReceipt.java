package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A receipt has no paragraphs.
 *
 * @see kz.sheshim.policy.reading.ReceiptReader
 */
public record UnwrittenReceipt(String receipt) implements Defect {
    @Override
    public String wrong() {
        return "No row of the sheet Paragraphs belongs to the receipt " + Wording.quote(receipt)
                + ", so the receipt would be an empty page.";
    }

    @Override
    public String advice() {
        return "Write its paragraphs, or remove the receipt.";
    }
}
