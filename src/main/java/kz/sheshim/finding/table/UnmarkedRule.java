package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule has no condition and does not say so.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record UnmarkedRule(String word) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The rule has no condition, so it always holds.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write {0} into its first condition cell if this is intended, or write the conditions.", word);
    }
}
