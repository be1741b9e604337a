package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * The facts of a scenario are not a valid application.
 *
 * @see kz.sheshim.scenario.SaidFacts
 */
public record InvalidScenario(String scenario, String fact, Phrase reason) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The facts of the scenario {0} are not a valid application, so it cannot be decided: {1} {2}.",
                Wording.quote(scenario), fact, reason);
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Write the fact, or name a scenario that has it in As in.");
    }
}
