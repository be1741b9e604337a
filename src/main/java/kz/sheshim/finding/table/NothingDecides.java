package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * No table of the policy gives a ground.
 *
 * @see kz.sheshim.policy.reading.TablesReader
 */
public record NothingDecides() implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("No table gives a ground, so every application would be granted.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Add a table that gives grounds.");
    }
}
