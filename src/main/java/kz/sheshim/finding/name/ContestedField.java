package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.workbook.SheetAddress;

/**
 * Two tables give the same field.
 *
 * @see kz.sheshim.policy.reading.GivenFields
 */
public record ContestedField(String field, String other, SheetAddress at) implements Defect {
    @Override
    public String wrong() {
        return "The field " + field + " is also given by table " + other + " (" + at
                + "). Which of the two tables holds would be a guess.";
    }

    @Override
    public String advice() {
        return "Let one of them give the field.";
    }
}
