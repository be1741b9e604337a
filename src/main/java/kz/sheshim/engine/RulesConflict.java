package kz.sheshim.engine;

import java.util.List;
import java.util.stream.Collectors;
import kz.sheshim.table.RuleId;
import kz.sheshim.vocabulary.Phrase;

/** Rules that hold together contradict each other, so that no verdict can be given: the tables must be mended. */
public final class RulesConflict extends NoVerdict {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleId> rules;

    private final transient Phrase inFull;

    /** @param reason may contain what the rules concluded from the application */
    public RulesConflict(List<RuleId> rules, Phrase reason) {
        super(contradiction(rules) + ": " + reason, contradiction(rules));
        this.rules = List.copyOf(rules);
        this.inFull = Phrase.joined(": ", List.of(contradiction(rules), reason));
    }

    private static Phrase contradiction(List<RuleId> rules) {
        return Phrase.of(
                "the rules {0} contradict each other",
                rules.stream().map(RuleId::toString).collect(Collectors.joining(", ")));
    }

    /** The message, for any language. */
    public Phrase inFull() {
        return inFull;
    }

    public List<RuleId> rules() {
        return rules;
    }
}
