package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/**
 * A decision table has no rules.
 *
 * @see kz.sheshim.policy.reading.RuleRows
 */
public record NoRules() implements Defect {
    @Override
    public String wrong() {
        return "The table has no rules, so it decides nothing.";
    }

    @Override
    public String advice() {
        return "Write the first rule into the row below the bindings, or remove the sheet.";
    }
}
