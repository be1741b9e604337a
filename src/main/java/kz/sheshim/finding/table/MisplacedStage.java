package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A table that gives facts has a stage.
 *
 * @see kz.sheshim.policy.reading.TableHead
 */
public record MisplacedStage() implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("A table that gives facts has no stage: it is evaluated when another table needs its field.");
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Remove the row.");
    }
}
