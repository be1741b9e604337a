package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule is never in force.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record FromAfterUntil() implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("From is after Until, so the row is never in force.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct the dates.");
    }
}
