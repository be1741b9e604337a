package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A rule gives a ground or notice whose text names a field of one instance, but is not about an instance.
 *
 * @see kz.sheshim.policy.reading.TablesReader
 */
public record TextWithoutInstance(String conclusion, String placeholder, String entity) implements Defect {
    @Override
    public String wrong() {
        return "The text of " + Wording.quote(conclusion) + " says " + Wording.quote(placeholder)
                + ", but this rule is not about one of " + entity + ", so it would be unknown of which.";
    }

    @Override
    public String advice() {
        return "Give it in a table with For each " + entity
                + " and a blank subject, or take the placeholder out of the text.";
    }
}
