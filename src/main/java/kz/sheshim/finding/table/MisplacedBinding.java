package kz.sheshim.finding.table;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * A column is bound to something that its table or sheet cannot have.
 *
 * @see kz.sheshim.policy.reading.TableColumns
 * @see kz.sheshim.scenario.ScenarioColumns
 */
public record MisplacedBinding(String given, Phrase reason) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of("{0} cannot be bound here: {1}.", Wording.quote(given), reason);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Change the binding, or clear the cell.");
    }
}
