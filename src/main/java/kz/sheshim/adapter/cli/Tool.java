package kz.sheshim.adapter.cli;

import java.nio.file.Path;
import java.util.function.Function;
import kz.sheshim.casework.PolicyCheck;
import kz.sheshim.decision.RuleCompiler;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.ruleset.PolicySource;

/**
 * What the commands work with.
 *
 * @param source the policy in a folder
 * @param json writes maps, lists, texts, numbers, booleans and null as JSON
 */
public record Tool(
        PolicyCheck check,
        RuleCompiler compiler,
        JsonParser parser,
        Function<Path, PolicySource> source,
        Function<Object, String> json) {}
