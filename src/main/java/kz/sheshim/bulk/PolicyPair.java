package kz.sheshim.bulk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.sheshim.engine.DecidingPolicy;
import kz.sheshim.policy.Calendar;
import kz.sheshim.policy.PolicyDiff;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.ConclusionKind;
import kz.sheshim.table.RuleId;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.Verdict;

/** Two policies that decide the same applications, and what is written otherwise in the second. Any number of threads. */
public final class PolicyPair {
    private static final String TABLE = "table";
    private static final String RULE = "rule";

    /** Of a table, these do not say what its rules do; the order of rules changes which of them match. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("title", "order");

    private final DecidingPolicy before;
    private final DecidingPolicy after;
    private final Set<RuleId> rewritten = new HashSet<>();
    private final Set<String> rewrittenTables = new HashSet<>();
    private final Set<RuleId> givingTerms = new HashSet<>();

    public PolicyPair(DecidingPolicy before, DecidingPolicy after) {
        this.before = before;
        this.after = after;
        for (PolicyDiff difference :
                PolicyDiff.between(before.ruleset().meaning(), after.ruleset().meaning())) {
            List<String> place = difference.place().parts();
            if (place.get(0).equals(TABLE) && place.get(2).equals(RULE)) {
                rewritten.add(new RuleId(place.get(1), place.get(3)));
            } else if (place.get(0).equals(TABLE) && !WITHOUT_EFFECT.contains(place.get(2))) {
                rewrittenTables.add(place.get(1));
            }
        }
        addGivingTerms(before.ruleset());
        addGivingTerms(after.ruleset());
    }

    private void addGivingTerms(Ruleset ruleset) {
        ruleset.tables().stream()
                .filter(table -> table.gives() == ConclusionKind.TERM)
                .flatMap(table -> table.rules().stream())
                .forEach(rule -> givingTerms.add(rule.id()));
    }

    DecidingPolicy before() {
        return before;
    }

    DecidingPolicy after() {
        return after;
    }

    /** That of the second policy. */
    Calendar calendar() {
        return after.ruleset().calendar();
    }

    /**
     * The rules that match in both of two verdicts that differ, and that made a difference: those that are written otherwise now. If there is none, and no rule
     * matches in one of the verdicts only, something else than a table was changed (a rule file, a derived field, the calendar, the catalogue): then those that read
     * other values or match more or fewer times; else those that give what differs; else all.
     */
    List<RuleId> matchedOtherwise(Verdict said, Verdict says) {
        Set<RuleId> matched = rules(said);
        Set<RuleId> matches = rules(says);
        List<RuleId> both = matched.stream().filter(matches::contains).sorted().toList();
        List<RuleId> changed = those(both, rule -> rewritten.contains(rule) || rewrittenTables.contains(rule.table()));
        if (!changed.isEmpty() || !matched.equals(matches)) {
            return changed;
        }
        List<RuleId> onOthers = those(both, rule -> !matches(said, rule).equals(matches(says, rule)));
        if (!onOthers.isEmpty()) {
            return onOthers;
        }
        List<RuleId> giving = those(both, rule -> gives(rule, said, says));
        return giving.isEmpty() ? both : giving;
    }

    private boolean gives(RuleId rule, Verdict said, Verdict says) {
        boolean isOtherTerm =
                said.term() == null ? says.term() != null : !said.term().equals(says.term());
        boolean isOtherDue =
                said.due() == null ? says.due() != null : !said.due().equals(says.due());
        return (isOtherTerm || isOtherDue) && givingTerms.contains(rule)
                || !said.grounds().equals(says.grounds())
                        && Stream.concat(said.grounds().stream(), says.grounds().stream())
                                .map(Ground::rule)
                                .anyMatch(rule::equals);
    }

    private static List<RuleId> those(List<RuleId> rules, Predicate<RuleId> which) {
        return rules.stream().filter(which).toList();
    }

    private static List<MatchedRule> matches(Verdict verdict, RuleId rule) {
        return verdict.matched().stream()
                .filter(match -> match.rule().equals(rule))
                .toList();
    }

    private static Set<RuleId> rules(Verdict verdict) {
        Set<RuleId> rules = new HashSet<>();
        verdict.matched().forEach(match -> rules.add(match.rule()));
        return rules;
    }
}
