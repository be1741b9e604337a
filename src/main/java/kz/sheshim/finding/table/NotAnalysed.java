package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * A question about a table could not be answered with the effort that is allowed.
 *
 * @see kz.sheshim.analysis.TableAnalysis
 */
public record NotAnalysed(String table, String question) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "Sheshim could not find out with the effort allowed whether " + question + " in the table " + table
                + ", so nothing is proved about it.";
    }

    @Override
    public String advice() {
        return "Split the table, or use fewer different bounds.";
    }
}
