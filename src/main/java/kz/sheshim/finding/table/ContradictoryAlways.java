package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule says that it has no condition, and has one.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record ContradictoryAlways(String word) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "{0} says that the rule has no condition, but other cells of the row contain conditions.",
                Wording.quote(word));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Clear this cell, or the other ones.");
    }
}
