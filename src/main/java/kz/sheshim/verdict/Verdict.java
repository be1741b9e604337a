package kz.sheshim.verdict;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.sheshim.table.Term;
import org.jspecify.annotations.Nullable;

/**
 * The decision that the rules give on one application. The same application and the same revision always give the same verdict: no clock,
 * language or place of the server takes part. Texts are not part of it; they are added for the reader, in the reader's language.
 *
 * @param filedOn the law's date: rules in force on this day were used
 * @param missingFacts paths of the facts that open rules still need, sorted
 * @param term the term from the day after {@code filedOn}, if the outcome has one
 * @param due the last day of the term; null without a term, and when the calendar ends before it
 * @param matched every rule that matched, with what it read
 * @param textValues the values, as JSON and by path, of the facts that its texts name; without those that have none
 */
public record Verdict(
        String outcome,
        LocalDate filedOn,
        List<Ground> grounds,
        List<String> missingFacts,
        List<Notice> notices,
        List<String> actions,
        @Nullable Term term,
        @Nullable LocalDate due,
        List<MatchedRule> matched,
        Map<String, Object> textValues) {

    public Verdict {
        grounds = List.copyOf(grounds);
        missingFacts = List.copyOf(missingFacts);
        notices = List.copyOf(notices);
        actions = List.copyOf(actions);
        matched = List.copyOf(matched);
        textValues = Collections.unmodifiableMap(new TreeMap<>(textValues));
    }

    /** Whether another verdict decides the same, for the same reasons: all but the rules by which it does, and the order of what it says. */
    public boolean decidesAs(Verdict other) {
        return outcome.equals(other.outcome)
                && reasons().equals(other.reasons())
                && Set.copyOf(missingFacts).equals(Set.copyOf(other.missingFacts))
                && Set.copyOf(notices).equals(Set.copyOf(other.notices))
                && Set.copyOf(actions).equals(Set.copyOf(other.actions))
                && Objects.equals(term, other.term)
                && Objects.equals(due, other.due)
                && textValues.equals(other.textValues);
    }

    /** The grounds without the rules that gave them. */
    private Set<List<@Nullable Object>> reasons() {
        return grounds.stream()
                .map(ground -> Arrays.<@Nullable Object>asList(
                        ground.code(), ground.effect(), ground.subject(), ground.citations()))
                .collect(Collectors.toSet());
    }

    /** A verdict whose texts name no facts. */
    public Verdict(
            String outcome,
            LocalDate filedOn,
            List<Ground> grounds,
            List<String> missingFacts,
            List<Notice> notices,
            List<String> actions,
            @Nullable Term term,
            @Nullable LocalDate due,
            List<MatchedRule> matched) {
        this(outcome, filedOn, grounds, missingFacts, notices, actions, term, due, matched, Map.of());
    }
}
