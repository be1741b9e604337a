package kz.sheshim.finding.scenario;

import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;
import kz.sheshim.vocabulary.Phrase;

/**
 * The compiled policy decides a scenario differently than its rows do, evaluated one by one.
 *
 * @see kz.sheshim.scenario.ReferenceCheck
 */
public record EnginesDisagree(String scenario) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The compiled policy gives the scenario {0} another verdict than its rows, evaluated one by one. This is a fault of Sheshim, not of the workbooks.",
                Wording.quote(scenario));
    }

    @Override
    public Phrase advice() {
        return Phrase.of("Do not put this policy in force, and report the fault.");
    }
}
