package kz.sheshim.policy.reading;

import java.util.List;
import java.util.function.Consumer;
import kz.sheshim.finding.Finding;
import kz.sheshim.policy.Ruleset;

/** Finds what is wrong with the cells of scenarios, which get their meaning from a ruleset. */
public interface ScenarioCheck {
    /** Finds nothing. */
    ScenarioCheck NONE = (sheets, ruleset, findings) -> {};

    /** MUST NOT decide anything, for the ruleset may be faulty. */
    void check(List<ScenarioSheet> sheets, Ruleset ruleset, Consumer<Finding> findings);
}
