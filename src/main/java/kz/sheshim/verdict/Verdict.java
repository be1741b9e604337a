package kz.sheshim.verdict;

import java.time.LocalDate;
import java.util.List;
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
        List<MatchedRule> matched) {

    public Verdict {
        grounds = List.copyOf(grounds);
        missingFacts = List.copyOf(missingFacts);
        notices = List.copyOf(notices);
        actions = List.copyOf(actions);
        matched = List.copyOf(matched);
    }
}
