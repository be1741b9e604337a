package kz.sheshim.policy.reading;

import java.util.List;

/** Which names the rule language can take, since the vocabulary's entities and fields are types and fields there, and which it gives. */
public interface RuleNames {
    boolean takesType(String name);

    boolean takesField(String name);

    /** The rules of a rule file that tables can name; none if the file cannot be read, which its compilation says. */
    List<NamedRule> namedRules(String ruleFile);
}
