package kz.sheshim.engine;

import java.util.List;
import java.util.stream.Collectors;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.Phrase;

/** Rules that hold together contradict each other, so that no verdict can be given: the tables must be mended. */
public final class RulesConflict extends NoVerdict {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleId> rules;

    public RulesConflict(List<RuleId> rules, String reason) {
        this(rules, reason, contradiction(rules));
    }

    private RulesConflict(List<RuleId> rules, String reason, Phrase contradiction) {
        super(contradiction + ": " + reason, contradiction);
        this.rules = List.copyOf(rules);
    }

    private static Phrase contradiction(List<RuleId> rules) {
        return Phrase.of(
                "the rules {0} contradict each other",
                rules.stream().map(RuleId::toString).collect(Collectors.joining(", ")));
    }

    public List<RuleId> rules() {
        return rules;
    }
}
