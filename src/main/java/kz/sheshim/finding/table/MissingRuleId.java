package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/**
 * A rule has no id.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record MissingRuleId() implements Defect {
    @Override
    public String wrong() {
        return "The rule has no id, so verdicts, comparisons and scenarios could not refer to it.";
    }

    @Override
    public String advice() {
        return "Write an id that no other rule of the table has.";
    }
}
