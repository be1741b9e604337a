package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/** A question about a table that could not be answered with the effort that is allowed. */
public record NotAnalysed(String table, String question) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String message() {
        return "whether " + question + " in the table " + table
                + " could not be found out with the effort allowed, so nothing is proved about it. Split the table, or use fewer different bounds.";
    }
}
