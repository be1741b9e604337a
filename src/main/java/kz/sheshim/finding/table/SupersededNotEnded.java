package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule goes on beside another one that gives the same ground in the same cases with another citation.
 *
 * @param inForce when the other one is in force, in words
 * @see kz.sheshim.analysis.Successions
 */
public record SupersededNotEnded(String by, Phrase inForce) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "Rule {0} gives the same ground in the same cases {1}, but cites something else. While both are in force, applicants are told the citation of one of them only.",
                by, inForce);
    }

    @Override
    public Phrase advice() {
        return Phrase.of(
                "Let this rule end (Until) before the other one begins. If the ground stands on both, write one rule with → citation 2.");
    }
}
