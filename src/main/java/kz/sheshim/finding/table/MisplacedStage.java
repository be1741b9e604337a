package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;

/**
 * A table that gives facts has a stage.
 *
 * @see kz.sheshim.policy.reading.TableHead
 */
public record MisplacedStage() implements Defect {
    @Override
    public String wrong() {
        return "A table that gives facts has no stage: it is evaluated when another table needs its field.";
    }

    @Override
    public String advice() {
        return "Remove the row.";
    }
}
