package kz.sheshim.log;

import kz.sheshim.access.Submitter;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.FieldPath;

/** What a decision has in common with others, so that decisions can be searched and counted by it. */
public record Feature(Kind kind, String name) {
    /** What a feature is. */
    public enum Kind {
        /** A rule that matched: {@code table/rule}. */
        RULE,
        /** A code that the application states: {@code application.channel=portal}. */
        FACT,
        SUBMITTER,
        OUTCOME,
        GROUND
    }

    public static Feature rule(RuleId rule) {
        return new Feature(Kind.RULE, rule.toString());
    }

    public static Feature fact(FieldPath field, String code) {
        return new Feature(Kind.FACT, field + "=" + code);
    }

    public static Feature submitter(Submitter submitter) {
        return new Feature(Kind.SUBMITTER, submitter.name());
    }

    public static Feature outcome(String code) {
        return new Feature(Kind.OUTCOME, code);
    }

    public static Feature ground(String code) {
        return new Feature(Kind.GROUND, code);
    }
}
