package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule has no id.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record MissingRuleId() implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The rule has no id, so verdicts, comparisons and scenarios could not refer to it.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write an id that no other rule of the table has.");
    }
}
