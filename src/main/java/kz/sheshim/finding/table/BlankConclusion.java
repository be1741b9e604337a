package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/**
 * A rule concludes nothing.
 *
 * @see kz.sheshim.policy.reading.ConclusionReader
 */
public record BlankConclusion(String what) implements Defect {
    @Override
    public String wrong() {
        return "The cell is blank, so the rule would conclude nothing when it matches.";
    }

    @Override
    public String advice() {
        return "Write " + what + ", or remove the rule.";
    }
}
