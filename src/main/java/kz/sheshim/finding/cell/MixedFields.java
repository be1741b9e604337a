package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A receipt lists fields that cannot be in one list.
 *
 * @see kz.sheshim.policy.reading.ReceiptPartReader
 */
public record MixedFields(String first, String second) implements Defect {
    @Override
    public String wrong() {
        return Wording.quote(first) + " and " + Wording.quote(second)
                + " cannot be in one list. A list shows either fields that occur once, or fields of one entity that occurs many times.";
    }

    @Override
    public String advice() {
        return "Write a row of its own for each.";
    }
}
