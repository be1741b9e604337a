package kz.sheshim.policy.reading;

/** Which names the rule language can take, since the vocabulary's entities and fields are types and fields there. */
public interface RuleNames {
    boolean takesType(String name);

    boolean takesField(String name);
}
