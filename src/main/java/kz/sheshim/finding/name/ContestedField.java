package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;
import kz.sheshim.workbook.SheetAddress;

/**
 * Two tables give the same field.
 *
 * @see kz.sheshim.policy.reading.GivenFields
 */
public record ContestedField(String field, String other, SheetAddress at) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The field {0} is also given by table {1} ({2}). Which of the two tables holds would be a guess.",
                field, other, at);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Let one of them give the field.");
    }
}
