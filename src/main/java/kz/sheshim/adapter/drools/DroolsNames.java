package kz.sheshim.adapter.drools;

import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import kz.sheshim.ruleset.RuleNames;

/** The names that Java, DRL and MVEL leave free. MVEL reads some of its words without any complaint as something else. */
public final class DroolsNames implements RuleNames {
    private static final Set<String> WORDS = Set.of(
            "acc",
            "accumulate",
            "action",
            "active",
            "after",
            "and",
            "attributes",
            "before",
            "class",
            "coincides",
            "collect",
            "contains",
            "convertable",
            "date",
            "declare",
            "def",
            "dialect",
            "drools",
            "duration",
            "during",
            "empty",
            "enabled",
            "end",
            "ends",
            "entry",
            "eval",
            "exists",
            "expires",
            "extend",
            "finishes",
            "forall",
            "foreach",
            "from",
            "func",
            "function",
            "global",
            "groupby",
            "in",
            "includes",
            "init",
            "is",
            "isdef",
            "kcontext",
            "key",
            "lock",
            "matched",
            "matches",
            "meets",
            "memberOf",
            "metadata",
            "nil",
            "no",
            "not",
            "on",
            "or",
            "over",
            "overlaps",
            "point",
            "proto",
            "query",
            "result",
            "reverse",
            "role",
            "rule",
            "salience",
            "soundslike",
            "starts",
            "str",
            "strsim",
            "template",
            "then",
            "timer",
            "timestamp",
            "trait",
            "typesafe",
            "unit",
            "until",
            "untilthis",
            "var",
            "when",
            "window",
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

    /** The words that are not taken, for tests. */
    static Stream<String> words() {
        return WORDS.stream();
    }
}
