package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** A binding that the table cannot have. */
public record MisplacedBinding(String given, String reason) implements Defect {
    @Override
    public String message() {
        return Given.shown(given) + " cannot be bound here: " + reason + ".";
    }
}
