package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/** A policy without a table that gives a ground. */
public record NothingDecides() implements Defect {
    @Override
    public String message() {
        return "no table gives a ground, so every application would be granted. Add one.";
    }
}
