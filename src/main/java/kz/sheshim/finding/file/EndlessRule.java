package kz.sheshim.finding.file;

import kz.sheshim.finding.Defect;

/**
 * A rule of a rule file fires for ever.
 *
 * @param scenario the scenario in which it does
 * @see kz.sheshim.scenario.ScenarioRun
 */
public record EndlessRule(String rule, String scenario) implements Defect {
    @Override
    public String wrong() {
        return "The rule \"" + rule + "\" does not stop firing in the scenario " + scenario
                + ": it changes a fact, which makes it fire again. No application like this one could be decided.";
    }

    @Override
    public String advice() {
        return "Write in its when-part that the field is not set yet, as in Applicant( fieldThatIsSet == null ), or put no-loop true above when.";
    }
}
