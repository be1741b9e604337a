package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;

/** A derived field that nothing gives. */
public record FieldNeverSet() implements Defect {
    @Override
    public String message() {
        return "the field is derived, but no table gives it and Derived from is blank. Let a table give it, or say in Derived from how it comes about.";
    }
}
