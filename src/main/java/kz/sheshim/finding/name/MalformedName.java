package kz.sheshim.finding.name;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** An id, code or path that is not formed as ids are. */
public record MalformedName(String given, String form) implements Defect {
    @Override
    public String message() {
        return Given.shown(given) + " is not formed as " + form + "; other files could not refer to it.";
    }
}
