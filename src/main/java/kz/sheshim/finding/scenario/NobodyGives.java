package kz.sheshim.finding.scenario;

import java.util.List;
import kz.sheshim.finding.Defect;
import kz.sheshim.finding.Wording;

/**
 * Scenarios expect something that no rule of any table gives.
 *
 * @param what the part of the verdict
 * @param scenarios the ids of all of them
 * @see kz.sheshim.scenario.Causes
 */
public record NobodyGives(String what, String name, List<String> scenarios) implements Defect {
    public NobodyGives {
        scenarios = List.copyOf(scenarios);
    }

    @Override
    public String wrong() {
        return "No rule gives " + Wording.quote(name) + ", which is expected of the " + what + " in "
                + Wording.listed(scenarios) + ".";
    }

    @Override
    public String advice() {
        return "Write the rule that gives it, or restore it if it was removed. If the law means something else, correct the scenarios.";
    }
}
