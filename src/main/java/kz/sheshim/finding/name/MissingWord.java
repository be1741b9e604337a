package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * The sheet Words lacks a word that receipts need.
 *
 * @see kz.sheshim.policy.reading.ReceiptReader
 */
public record MissingWord(String word) implements Defect {
    @Override
    public String wrong() {
        return "The sheet Words has no row for " + Wording.quote(word) + ", so receipts would lack this word.";
    }

    @Override
    public String advice() {
        return "Add a row with the word and its text in each language of the policy.";
    }
}
