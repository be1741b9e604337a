package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;
import kz.sheshim.finding.Wording;

/**
 * A rule is in force on days on which an act that it cites is not.
 *
 * @param actInForce when the act is in force, in words
 * @param ruleInForce when the rule is in force, in words
 * @see kz.sheshim.policy.reading.CitedActs
 */
public record ActNotInForce(String act, String actInForce, String ruleInForce) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "The act " + Wording.quote(act) + " is in force " + actInForce + ", but the rule that cites it "
                + ruleInForce + ".";
    }

    @Override
    public String advice() {
        return "Cite the act that is in force then, or correct the days of the rule or those of the act.";
    }
}
