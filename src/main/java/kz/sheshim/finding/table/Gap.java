package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/** A case that no rule of a UNIQUE or FIRST table covers. */
public record Gap(String situation, String row) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String message() {
        return "no rule matches: " + situation + ". Such a case falls through without a conclusion. Add the row [" + row
                + "] with the conclusion that is meant; if none is, the hit policy COLLECT promises none.";
    }
}
