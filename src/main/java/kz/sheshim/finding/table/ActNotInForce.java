package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule is in force on days on which an act that it cites is not.
 *
 * @param actInForce when the act is in force, in words
 * @param ruleInForce when the rule is in force, in words
 * @see kz.sheshim.policy.reading.CitedActs
 */
public record ActNotInForce(String act, Phrase actInForce, Phrase ruleInForce) implements Defect {
    /** Rules with the same days, so that those of the act may be wrong. */
    @Override
    public Object sameCause() {
        return this;
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The act {0} is in force {1}, but the rule that cites it {2}.",
                Wording.quote(act), actInForce, ruleInForce);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Cite the act that is in force then, or correct the days of the rule or those of the act.");
    }
}
