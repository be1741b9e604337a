package kz.sheshim.decision;

import kz.sheshim.ruleset.FaultyRuleset;
import kz.sheshim.ruleset.Ruleset;

/** Compiles rulesets. */
public interface RuleCompiler {

    /**
     * Compiles the ruleset. MUST make one rule of every row, and MUST NOT share anything between two rule bases.
     *
     * @throws FaultyRuleset if a rule file cannot be compiled with the vocabulary
     */
    RuleBase compile(Ruleset ruleset) throws FaultyRuleset;

    /** The name and version of the engine. */
    String engine();
}
