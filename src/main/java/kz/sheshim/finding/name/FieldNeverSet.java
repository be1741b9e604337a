package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;

/**
 * A derived field never gets a value.
 *
 * @see kz.sheshim.policy.reading.GivenFields
 */
public record FieldNeverSet(String field) implements Defect {
    @Override
    public String wrong() {
        return "The derived field " + field + " never gets a value: no table gives it, and Derived from is blank.";
    }

    @Override
    public String advice() {
        return "Let a table give it, or say in Derived from how it is derived.";
    }
}
