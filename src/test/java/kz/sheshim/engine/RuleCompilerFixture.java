package kz.sheshim.engine;

import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;

/** Compilers that do one thing otherwise than Drools' does. */
public final class RuleCompilerFixture {
    private RuleCompilerFixture() {}

    /** Compiles with the help of the compiler of the service. */
    public interface Compilation {
        RuleBase compile(Ruleset ruleset, RuleCompiler drools) throws FaultyRuleset;
    }

    public static RuleCompiler compiling(Compilation compilation) {
        RuleCompiler drools = new DroolsCompiler();
        return new RuleCompiler() {
            @Override
            public RuleBase compile(Ruleset ruleset) throws FaultyRuleset {
                return compilation.compile(ruleset, drools);
            }

            @Override
            public String text(Ruleset ruleset, DecisionTable table) {
                return drools.text(ruleset, table);
            }

            @Override
            public String engine() {
                return drools.engine();
            }
        };
    }
}
