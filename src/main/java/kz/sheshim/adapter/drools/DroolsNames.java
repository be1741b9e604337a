package kz.sheshim.adapter.drools;

import java.util.Set;
import javax.lang.model.SourceVersion;
import kz.sheshim.policy.reading.RuleNames;

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
}
