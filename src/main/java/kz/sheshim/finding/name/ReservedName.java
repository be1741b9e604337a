package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** A name that means something else where it would be used. */
public record ReservedName(String given) implements Defect {
    @Override
    public String message() {
        return Given.shown(given)
                + " has a meaning of its own in condition cells or in the rule language. Choose another name.";
    }
}
