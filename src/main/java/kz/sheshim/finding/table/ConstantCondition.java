package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A condition has the same answer for every application.
 *
 * @see kz.sheshim.policy.reading.TableReader
 */
public record ConstantCondition(String given, String field, boolean holds) implements Defect {
    @Override
    public Phrase wrong() {
        return holds
                ? Phrase.of(
                        "{0} has a value in every application that is decided, so {1} always holds.",
                        field, Wording.quote(given))
                : Phrase.of(
                        "{0} has a value in every application that is decided, so {1} never holds.",
                        field, Wording.quote(given));
    }

    @Override
    public Phrase advice() {
        return holds
                ? Phrase.of("Clear the cell, or write which value is meant.")
                : Phrase.of("Remove the rule, or write which value is meant.");
    }
}
