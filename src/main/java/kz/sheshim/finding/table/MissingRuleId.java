package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/** A rule without an id. */
public record MissingRuleId() implements Defect {
    @Override
    public String message() {
        return "the rule has no id, so verdicts, diffs and scenarios could not refer to it. Write one that no other rule of the table has.";
    }
}
