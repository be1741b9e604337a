package kz.sheshim;

import java.nio.file.Path;
import kz.sheshim.adapter.drools.DroolsCompiler;
import kz.sheshim.adapter.folder.FolderPolicySource;
import kz.sheshim.adapter.json.JacksonParser;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.workbook.Limits;

/** The policy in decision-tables/ and rules/, read and compiled once for all tests of a run. */
public final class ShippedPolicyFixture {
    public static final Ruleset RULESET = read();
    public static final RuleBase RULE_BASE = compile();
    public static final DecidingPolicy POLICY = deciding(RULE_BASE);

    private ShippedPolicyFixture() {}

    private static Ruleset read() {
        try {
            return PolicyTools.compiler(Limits.USUAL, null).reader().read(new FolderPolicySource(Path.of("")).files());
        } catch (FaultyRuleset e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuleBase compile() {
        try {
            return new DroolsCompiler().compile(RULESET);
        } catch (FaultyRuleset e) {
            throw new IllegalStateException(e);
        }
    }

    /** The policy on other rules than its own. */
    public static DecidingPolicy deciding(RuleBase rules) {
        return DecidingPolicy.of(RULESET, rules, new JacksonParser(), null);
    }
}
