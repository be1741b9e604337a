package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/** A condition whose answer is the same for every application. */
public record ConstantCondition(String given, String field, boolean holds) implements Defect {
    @Override
    public String message() {
        return field + " has a value in every application that is decided, so " + given + (holds ? " always" : " never")
                + " holds. " + (holds ? "Clear the cell, or say which value." : "Remove the rule, or say which value.");
    }
}
