package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * The sheet Words lacks a word that receipts need.
 *
 * @see kz.sheshim.policy.reading.ReceiptReader
 */
public record MissingWord(String word) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The sheet Words has no row for {0}, so receipts would lack this word.", Wording.quote(word));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Add a row with the word and its text in each language of the policy.");
    }
}
