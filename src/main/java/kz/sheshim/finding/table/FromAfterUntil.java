package kz.sheshim.finding.table;

import java.time.LocalDate;
import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule is never in force.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record FromAfterUntil(LocalDate from, LocalDate until) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("The row ends ({0}) before it begins ({1}), so it is never in force.", until, from);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Correct this day, or the one on which the row begins.");
    }
}
