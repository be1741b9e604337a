package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A derived field never gets a value.
 *
 * @see kz.sheshim.policy.reading.GivenFields
 */
public record FieldNeverSet(String field) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The derived field {0} never gets a value: no table gives it, and Derived from is blank.", field);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Let a table give it, or say in Derived from how it is derived.");
    }
}
