package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Severity;

/**
 * No rule of a UNIQUE or FIRST table matches some case.
 *
 * @see kz.sheshim.analysis.ShadowsAndGaps
 */
public record Gap(String situation, String row) implements Defect {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String wrong() {
        return "No rule matches this case: " + situation + ". Such an application gets no conclusion from this table.";
    }

    @Override
    public String advice() {
        return "Add the row [" + row + "]. If no conclusion is intended here, use hit policy COLLECT.";
    }
}
