package kz.sheshim.engine;

import java.util.List;
import java.util.stream.Collectors;
import kz.sheshim.table.RuleId;

/** Rules that hold together contradict each other, so that no verdict can be given: the tables must be mended. */
public final class RulesConflict extends NoVerdict {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleId> rules;

    public RulesConflict(List<RuleId> rules, String reason) {
        this(rules, reason, contradiction(rules));
    }

    private RulesConflict(List<RuleId> rules, String reason, String contradiction) {
        super(contradiction + ": " + reason, contradiction);
        this.rules = List.copyOf(rules);
    }

    private static String contradiction(List<RuleId> rules) {
        return "the rules " + rules.stream().map(RuleId::toString).collect(Collectors.joining(", "))
                + " contradict each other";
    }

    public List<RuleId> rules() {
        return rules;
    }
}
