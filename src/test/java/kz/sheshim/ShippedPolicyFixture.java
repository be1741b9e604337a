package kz.sheshim;

import java.nio.file.Path;
import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.spreadsheet.PoiWorkbookReader;
import kz.sheshim.decision.RuleBase;
import kz.sheshim.ruleset.FaultyRuleset;
import kz.sheshim.ruleset.Ruleset;
import kz.sheshim.ruleset.RulesetReader;

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
            return new RulesetReader(new PoiWorkbookReader(), new kz.sheshim.adapter.drools.DroolsNames())
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
