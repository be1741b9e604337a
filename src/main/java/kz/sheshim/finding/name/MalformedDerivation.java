package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * A field cannot be derived as its row says.
 *
 * @see kz.sheshim.policy.reading.DerivationReader
 */
public record MalformedDerivation(String given, String reason) implements Defect {
    @Override
    public String wrong() {
        return Wording.quote(given) + " is not a valid derivation: " + reason + ".";
    }

    @Override
    public String advice() {
        return "Write an expression, as entity.field >= 18 or count of entity.field: value (the page on workbooks lists all forms), or the fields from which rules/*.drl derive it, with commas.";
    }
}
