package kz.sheshim.adapter.drools;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import kz.sheshim.policy.reading.NamedRule;
import kz.sheshim.policy.reading.RuleNames;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;

/** The names that Java, DRL and MVEL leave free. MVEL reads some of its words without any complaint as something else. */
public final class DroolsNames implements RuleNames {
    /** Tried one by one with Drools 10.2.0, as the field of a row: these do not compile, or (nil, toString) never match. */
    private static final Set<String> WORDS = Set.of(
            "and",
            "contains",
            "def",
            "drools",
            "empty",
            "end",
            "foreach",
            "function",
            "in",
            "is",
            "isdef",
            "kcontext",
            "nil",
            "or",
            "soundslike",
            "strsim",
            "toString",
            "until",
            "var",
            "with");

    private static final Set<String> PACKAGES = Set.of(
            "java.lang.",
            "java.util.",
            "java.time.",
            "java.math.",
            "org.kie.api.runtime.rule.",
            "org.kie.api.definition.rule.",
            "kz.sheshim.adapter.drools.");
    private static final Set<String> TYPES = Set.of("Rule", "Query", "Function", "Thing", "Event");

    @Override
    public boolean takesType(String name) {
        return !SourceVersion.isKeyword(name)
                && !TYPES.contains(name)
                && PACKAGES.stream().noneMatch(known -> exists(known + name));
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type, false, DroolsNames.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    @Override
    public boolean takesField(String name) {
        return !SourceVersion.isKeyword(name) && !WORDS.contains(name);
    }

    @Override
    public List<NamedRule> namedRules(String ruleFile) {
        PackageDescr parsed;
        try {
            parsed = new DrlParser().parse(false, ruleFile);
        } catch (DroolsParserException e) {
            return List.of();
        }
        return parsed == null
                ? List.of()
                : parsed.getRules().stream()
                        .filter(rule -> rule.getAnnotation("reads") != null)
                        .map(DroolsNames::named)
                        .toList();
    }

    private static NamedRule named(RuleDescr rule) {
        AttributeDescr group = rule.getAttributes().get("ruleflow-group");
        Object reads = rule.getAnnotation("reads").getValue();
        return new NamedRule(
                group == null ? "" : group.getValue(),
                Stream.of(String.valueOf(reads).replace("\"", "").split(","))
                        .map(String::strip)
                        .toList(),
                rule.getLhs().getDescrs().stream()
                        .filter(PatternDescr.class::isInstance)
                        .map(pattern -> ((PatternDescr) pattern).getIdentifier())
                        .filter(bound -> bound != null && bound.startsWith("$"))
                        .map(bound -> bound.substring(1))
                        .collect(Collectors.toSet()),
                rule.getLine());
    }
}
