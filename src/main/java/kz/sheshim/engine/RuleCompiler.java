package kz.sheshim.engine;

import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;

/** Compiles rulesets. */
public interface RuleCompiler {

    /**
     * Compiles the ruleset for use. MUST NOT share anything between two rule bases.
     *
     * @throws FaultyRuleset if a rule file cannot be compiled with the vocabulary
     */
    RuleBase compile(Ruleset ruleset) throws FaultyRuleset;

    /**
     * Compiles the ruleset in the plainest way, one rule of every row and a new session for every application: slow, and what {@link #compile} is measured by.
     *
     * @throws FaultyRuleset if a rule file cannot be compiled with the vocabulary
     */
    RuleBase compileRows(Ruleset ruleset) throws FaultyRuleset;

    /** The name and version of the engine. */
    String engine();
}
