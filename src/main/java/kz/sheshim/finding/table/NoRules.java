package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A decision table has no rules.
 *
 * @see kz.sheshim.policy.reading.RuleRows
 */
public record NoRules() implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The table has no rules, so it decides nothing.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write the first rule into the row below the bindings, or remove the sheet.");
    }
}
