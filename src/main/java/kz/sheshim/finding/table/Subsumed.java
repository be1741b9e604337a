package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule of a COLLECT table adds nothing to other rules.
 *
 * @see kz.sheshim.analysis.Redundancy
 */
public record Subsumed(Phrase by, boolean together) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return together
                ? Phrase.of(
                        "The rule adds nothing: whenever it matches or is open, so does one of the rules {0}, with the same conclusion.",
                        by)
                : Phrase.of(
                        "The rule adds nothing: whenever it matches or is open, so does rule {0}, with the same conclusion.",
                        by);
    }

    @Override
    public Phrase advice() {
        return together
                ? Phrase.of("Remove it, or narrow the other rules.")
                : Phrase.of("Remove it, or narrow the other rule.");
    }
}
