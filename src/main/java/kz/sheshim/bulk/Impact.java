package kz.sheshim.bulk;

import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.sheshim.bulk.Counts.Name;
import kz.sheshim.bulk.RecordedApplications.Recorded;
import kz.sheshim.engine.NoVerdict;
import kz.sheshim.facts.Fault;
import kz.sheshim.log.DecisionId;
import kz.sheshim.policy.Calendar;
import kz.sheshim.table.RuleId;
import kz.sheshim.verdict.Ground;
import kz.sheshim.verdict.MatchedRule;
import kz.sheshim.verdict.Notice;
import kz.sheshim.verdict.Verdict;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What one policy would change in the verdicts of another on recorded applications. It counts, and names decisions by their ids; it contains nothing that an
 * application says.
 */
public final class Impact implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** Maximum number of decisions that are listed; all are counted. */
    public static final int MAX_LISTED = 10_000;

    private final Counts counts = new Counts();
    private final TreeMap<String, Phrase> reasons = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();

    /**
     * One application that would be decided otherwise.
     *
     * @param entry the number of the entry, by which the list is sorted; the JSON leaves it out
     * @param gained what the verdict would also say: {@code ground late}, {@code notice …}, {@code action …}
     * @param dueBefore the last day of the term; null: there is none
     * @param dueAfter as well
     * @param rulesGained the rules that would match and did not: they made the difference, with {@code rulesLost} and {@code rulesChanged}
     * @param rulesChanged the rules that match in both and made a difference ({@link PolicyPair#matchedOtherwise})
     */
    public record Change(
            long entry,
            DecisionId decision,
            String before,
            String after,
            @Nullable LocalDate dueBefore,
            @Nullable LocalDate dueAfter,
            List<String> gained,
            List<String> lost,
            List<String> rulesGained,
            List<String> rulesLost,
            List<String> rulesChanged)
            implements Serializable {
        /** As a map, for JSON. */
        public Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("decision", decision.toString());
            json.put("before", before);
            json.put("after", after);
            json.put("dueBefore", dueBefore == null ? null : dueBefore.toString());
            json.put("dueAfter", dueAfter == null ? null : dueAfter.toString());
            json.put("gained", gained);
            json.put("lost", lost);
            json.put("rulesGained", rulesGained);
            json.put("rulesLost", rulesLost);
            json.put("rulesChanged", rulesChanged);
            return json;
        }
    }

    /** An application that has a verdict by both policies. */
    void add(Recorded recorded, Verdict before, Verdict after, PolicyPair policies) {
        counts.add(Name.DECIDED);
        if (before.equals(after)) {
            return;
        }
        if (before.decidesAs(after)) {
            counts.add(Name.SAME_BY_OTHER_RULES);
            return;
        }
        List<String> said = parts(before);
        List<String> says = parts(after);
        List<String> matched = rules(before);
        List<String> matches = rules(after);
        Change change = new Change(
                recorded.entry(),
                recorded.id(),
                before.outcome(),
                after.outcome(),
                before.due(),
                after.due(),
                without(says, said),
                without(said, says),
                without(matches, matched),
                without(matched, matches),
                policies.matchedOtherwise(before, after).stream()
                        .map(RuleId::toString)
                        .toList());
        counts.add(Name.CHANGED);
        counts.add(Name.OUTCOMES, before.outcome(), after.outcome());
        change.gained().forEach(each -> counts.add(Name.GAINED, each));
        change.lost().forEach(each -> counts.add(Name.LOST, each));
        change.rulesGained().forEach(each -> counts.add(Name.RULES_GAINED, each));
        change.rulesLost().forEach(each -> counts.add(Name.RULES_LOST, each));
        change.rulesChanged().forEach(each -> counts.add(Name.RULES_CHANGED, each));
        countDueDates(before.due(), after.due(), policies.calendar());
        changes.add(change);
    }

    private void countDueDates(@Nullable LocalDate before, @Nullable LocalDate after, Calendar calendar) {
        if (Objects.equals(before, after)) {
            return;
        }
        counts.add(Name.OTHER_DUE_DATE);
        if (before == null) {
            counts.add(Name.DUE_DATES_GAINED);
        } else if (after == null) {
            counts.add(Name.DUE_DATES_LOST);
        } else {
            counts.add(Name.DUE_LATER_BY_DAYS, Long.toString(ChronoUnit.DAYS.between(before, after)));
            calendar.workingDays(before, after)
                    .ifPresent(days -> counts.add(Name.DUE_LATER_BY_WORKING_DAYS, Long.toString(days)));
        }
    }

    /** An application that the other policy cannot read. It counts at which fields, and not what is there. */
    void addUnreadable(List<Fault> found) {
        counts.add(Name.DECIDED);
        counts.add(Name.UNREADABLE);
        found.stream()
                .map(fault -> fault.path().replaceAll("\\[\\d+]", "[]"))
                .distinct()
                .forEach(field -> counts.add(Name.UNREADABLE_AT, field));
    }

    /** An application that the other policy can read and gives no verdict. */
    public void addUndecided(RuntimeException failure) {
        String reason = NoVerdict.reason(failure);
        counts.add(Name.DECIDED);
        counts.add(Name.UNDECIDED);
        counts.add(Name.UNDECIDED_BECAUSE, reason);
        reasons.put(reason, NoVerdict.phrase(failure));
    }

    /** Adds what a part of the applications comes to. Parts come to the same in whatever order they are added. */
    public void add(Impact part) {
        counts.add(part.counts);
        reasons.putAll(part.reasons);
        if (changes.addAll(part.changes)) {
            changes.sort(Comparator.comparingLong(Change::entry));
            changes.subList(Math.min(MAX_LISTED, changes.size()), changes.size())
                    .clear();
        }
    }

    private static List<String> without(List<String> all, List<String> those) {
        return all.stream().filter(each -> !those.contains(each)).toList();
    }

    private static List<String> parts(Verdict verdict) {
        return Stream.of(
                        verdict.grounds().stream().map(Ground::name).map(name -> "ground " + name),
                        verdict.notices().stream().map(Notice::name).map(name -> "notice " + name),
                        verdict.actions().stream().map(name -> "action " + name),
                        verdict.missingFacts().stream().map(fact -> "missing fact"))
                .flatMap(parts -> parts)
                .distinct()
                .toList();
    }

    private static List<String> rules(Verdict verdict) {
        return verdict.matched().stream()
                .map(MatchedRule::rule)
                .map(RuleId::toString)
                .distinct()
                .toList();
    }

    /** Number of applications. */
    public long decided() {
        return counts.of(Name.DECIDED);
    }

    /** Number of applications that the other policy cannot read, or gives no verdict. */
    public long undecided() {
        return counts.of(Name.UNREADABLE) + counts.of(Name.UNDECIDED);
    }

    /** The first {@value #MAX_LISTED}, in the order of their entries. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** As maps and lists, for JSON; without the list of decisions. */
    public Map<String, Object> counts() {
        Map<String, Object> json = counts.json();
        json.put(
                "undecidedReasons",
                reasons.values().stream().map(Impact::reason).toList());
        return json;
    }

    private static Map<String, Object> reason(Phrase phrase) {
        Map<String, Object> json = new LinkedHashMap<>();
        phrase.putInto(json, "reason");
        return json;
    }

    /** The counts, and the list of decisions. */
    public Map<String, Object> json() {
        Map<String, Object> json = counts();
        json.put("decisions", changes.stream().map(Change::json).toList());
        return json;
    }
}
