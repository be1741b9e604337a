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
        return "Write the fields from which rules/*.drl derive it, a comparison of two fields (entity.field < entity.field) or a count (count of entity.field: value).";
    }
}
