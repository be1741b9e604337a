package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A condition has the same answer for every application.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record ConstantCondition(String given, String field, boolean holds) implements Defect {
    @Override
    public String wrong() {
        return field + " has a value in every application that is decided, so " + Wording.quote(given)
                + (holds ? " always" : " never") + " holds.";
    }

    @Override
    public String advice() {
        return (holds ? "Clear the cell" : "Remove the rule") + ", or write which value is meant.";
    }
}
