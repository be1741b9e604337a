package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** A receipt of which nothing is written. */
public record UnwrittenReceipt(String receipt) implements Defect {
    @Override
    public String message() {
        return "no row of the sheet Paragraphs belongs to the receipt " + Given.shown(receipt)
                + ", so whoever asks for it would get an empty page. Write its paragraphs, or remove it.";
    }
}
