package kz.sheshim.finding.scenario;

import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * Several scenarios fail for one reason: a rule that matches, or a table in which no rule matches.
 *
 * @param scenarios the ids of all of them
 * @param rule a rule matches, else none of the table does
 * @param nearestRule what is said of the rule that is nearest to matching; the empty text if there is none
 * @param example what is wrong with the first of them
 * @see kz.sheshim.scenario.Causes
 */
public record ScenariosFail(List<String> scenarios, boolean rule, String nearestRule, String example)
        implements Defect {
    public ScenariosFail {
        scenarios = List.copyOf(scenarios);
    }

    @Override
    public String wrong() {
        return scenarios.size() + " scenarios fail in which "
                + (rule ? "this rule matches: " : "no rule of this table matches: ")
                + Wording.listed(scenarios) + ". " + nearestRule + example;
    }

    @Override
    public String advice() {
        return (rule ? "Correct the rule" : "Correct the rule that should match, or restore it if it was removed")
                + ". If the law means something else, correct the scenarios.";
    }
}
