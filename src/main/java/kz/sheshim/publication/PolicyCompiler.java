package kz.sheshim.publication;

import java.util.List;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RuleCompiler;
import kz.sheshim.engine.TimeLimit;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.TimeZoneData;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.table.DecisionTable;
import org.jspecify.annotations.Nullable;

/** Makes policies that can decide: from files alone, or from a ruleset that was read already. */
public final class PolicyCompiler {
    private final RulesetReader reader;
    private final RuleCompiler compiler;
    private final JsonParser parser;
    private final @Nullable TimeLimit limit;

    /** @param limit how long a verdict may take; null: without limit */
    public PolicyCompiler(RulesetReader reader, RuleCompiler compiler, JsonParser parser, @Nullable TimeLimit limit) {
        this.reader = reader;
        this.compiler = compiler;
        this.parser = parser;
        this.limit = limit;
    }

    public RulesetReader reader() {
        return reader;
    }

    /**
     * Reads and compiles a policy.
     *
     * @throws FaultyRuleset with all findings, if one of them is an error
     */
    public DecidingPolicy compile(List<PolicyFile> files) throws FaultyRuleset {
        return compile(reader.read(files));
    }

    /** @throws FaultyRuleset if a rule file cannot be compiled with the vocabulary */
    public DecidingPolicy compile(Ruleset ruleset) throws FaultyRuleset {
        return DecidingPolicy.of(ruleset, compiler.compile(ruleset), parser, limit);
    }

    /** A policy whose rules are compiled when it first decides; that throws {@link RulesetUnusable} if they cannot be. */
    public DecidingPolicy compileLater(Ruleset ruleset) {
        return DecidingPolicy.compiledLater(ruleset, () -> rules(ruleset), parser, limit);
    }

    private RuleBase rules(Ruleset ruleset) {
        try {
            return compiler.compile(ruleset);
        } catch (FaultyRuleset e) {
            throw new RulesetUnusable(e);
        }
    }

    /** The rules that the rows of a table are compiled to, as people read them. */
    public String text(Ruleset ruleset, DecisionTable table) {
        return compiler.text(ruleset, table);
    }

    /** The name and version of the engine and of the time zone data, on which a verdict may hang besides the revision. */
    public String engine() {
        return compiler.engine() + " / tzdata " + TimeZoneData.version();
    }
}
