package kz.sheshim.finding.cell;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Given;

/** Fields that cannot be listed together. */
public record MixedFields(String first, String second) implements Defect {
    @Override
    public String message() {
        return Given.shown(first) + " and " + Given.shown(second)
                + " cannot stand in one list: a list has one line for each field of what occurs once, or one line for each instance of one entity."
                + " Write a row for each.";
    }
}
