package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** A derivation from other fields that cannot be made. */
public record MalformedDerivation(String given, String reason) implements Defect {
    @Override
    public String message() {
        return Given.shown(given)
                + " cannot be derived: " + reason
                + ". Write field paths that rules/*.drl derive it from, a comparison of two fields (entity.field < entity.field) or a count (count of entity.field: value).";
    }
}
