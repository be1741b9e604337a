package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/** A stage where it has no meaning. */
public record MisplacedStage() implements Defect {
    @Override
    public String message() {
        return "a table that gives facts has no stage: it is examined when a table that needs its field is. Remove the row.";
    }
}
