package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;
import kz.sheshim.vocabulary.Phrase;

/**
 * A rule of a rule file fires for ever.
 *
 * @param scenario the scenario in which it does
 * @see kz.sheshim.scenario.ScenarioRun
 */
public record EndlessRule(String rule, String scenario) implements Defect {
    @Override
    public Phrase wrong() {
        return Phrase.of(
                "The rule \"{0}\" does not stop firing in the scenario {1}: it changes a fact, which makes it fire again. No application like this one could be decided.",
                rule, scenario);
    }

    @Override
    public Phrase advice() {
        return Phrase.of(
                "Write in its when-part that the field is not set yet, as in Applicant( fieldThatIsSet == null ), or put no-loop true above when.");
    }
}
