package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;

/** A derived field with two givers. */
public record ContestedField(String other) implements Defect {
    @Override
    public String message() {
        return "the field is given by " + other
                + " as well; which one holds would be a guess. Let one of them give it.";
    }
}
