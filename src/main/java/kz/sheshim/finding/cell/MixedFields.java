package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A receipt lists fields that cannot be in one list.
 *
 * @see kz.sheshim.policy.reading.ReceiptPartReader
 */
public record MixedFields(String first, String second) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "{0} and {1} cannot be in one list. A list shows either fields that occur once, or fields of one entity that occurs many times.",
                Wording.quote(first), Wording.quote(second));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write a row of its own for each.");
    }
}
