package kz.sheshim.engine;

import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;

/** Compiles rulesets. */
public interface RuleCompiler {

    /**
     * Compiles the ruleset for use. MUST NOT share anything between two rule bases.
     *
     * @throws FaultyRuleset if a rule file cannot be compiled with the vocabulary
     */
    RuleBase compile(Ruleset ruleset) throws FaultyRuleset;

    /** The rules that the rows of a table are compiled to, as people read them. */
    String text(Ruleset ruleset, DecisionTable table);

    /** The name and version of the engine. */
    String engine();
}
