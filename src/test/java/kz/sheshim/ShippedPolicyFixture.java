package kz.sheshim;

import java.nio.file.Path;
import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.xlsx.XlsxReader;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.reading.RulesetReader;

/** The policy in decision-tables/ and rules/, read and compiled once for all tests of a run. */
public final class ShippedPolicyFixture {
    public static final Ruleset RULESET = read();
    public static final RuleBase RULE_BASE = compile(new DroolsCompiler()::compile);
    /** One rule of every row, and a new session for every application. */
    public static final RuleBase ROWS = compile(new DroolsCompiler()::compileRows);

    private interface Compilation {
        RuleBase compile(Ruleset ruleset) throws FaultyRuleset;
    }

    private ShippedPolicyFixture() {}

    private static Ruleset read() {
        try {
            return new RulesetReader(new XlsxReader(), new kz.sheshim.adapter.drools.DroolsNames())
                    .read(new FolderPolicySource(Path.of("")).files());
        } catch (FaultyRuleset e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuleBase compile(Compilation compilation) {
        try {
            return compilation.compile(RULESET);
        } catch (FaultyRuleset e) {
            throw new IllegalStateException(e);
        }
    }
}
