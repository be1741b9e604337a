package kz.sheshim.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.engine.RuleBase;
import kz.sheshim.engine.RuleCompiler;
import kz.sheshim.engine.TimeLimit;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.finding.Finding;
import kz.sheshim.finding.file.RevisionMismatch;
import kz.sheshim.policy.FaultyRuleset;
import kz.sheshim.policy.PolicyFile;
import kz.sheshim.policy.Revision;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.policy.TimeZoneData;
import kz.sheshim.policy.reading.RulesetReader;
import kz.sheshim.policy.reading.ScenarioSheet;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.workbook.FileAddress;
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

    /**
     * The ruleset of a stored revision. What was published once is used as it is, whatever newer checks find in it; but it must be what its hash says.
     *
     * @param sheets given each sheet of scenarios
     * @throws RulesetUnusable if the files cannot be read, or are not those of the revision
     */
    public Ruleset stored(Revision revision, List<PolicyFile> files, Consumer<ScenarioSheet> sheets) {
        List<Finding> findings = new ArrayList<>();
        Ruleset ruleset = reader.read(files, findings::add, sheets).orElse(null);
        if (ruleset == null || !ruleset.revision().equals(revision)) {
            findings.add(Finding.at(
                    new FileAddress(revision.toString()),
                    new RevisionMismatch(
                            ruleset == null ? "none" : ruleset.revision().toString())));
            throw new RulesetUnusable(new FaultyRuleset(findings));
        }
        return ruleset;
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

    /**
     * The service and {@link #engine()}, as they are recorded.
     *
     * @param version of the service
     */
    public String engineOf(String version) {
        return "sheshim " + version + " / " + engine();
    }

    /** The name and version of the engine and of the time zone data, on which a verdict may hang besides the revision. */
    public String engine() {
        return compiler.engine() + " / tzdata " + TimeZoneData.version();
    }
}
