package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule gives a ground or notice whose text names a field of one instance, but is not about an instance.
 *
 * @see kz.sheshim.policy.reading.TablesReader
 */
public record TextWithoutInstance(String conclusion, String placeholder, String entity) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The text of {0} uses {1}, but this rule is not evaluated for each of {2}, so nobody can know which one is meant.",
                Wording.quote(conclusion), Wording.quote(placeholder), entity);
    }

    @Override
    public Phrase advice() {
        return Phrase.of(
                "Give it in a table with For each {0} and a blank subject, or take the placeholder out of the text.",
                entity);
    }
}
