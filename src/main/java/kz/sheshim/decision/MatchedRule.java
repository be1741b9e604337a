package kz.sheshim.decision;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.sheshim.table.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * A rule that matched, and the facts it read by their path ({@code documents[0].script}); a value is a text, a boolean, a
 * number, a list of texts, or null for a fact that is absent.
 */
public record MatchedRule(RuleId rule, SortedMap<String, @Nullable Object> values) {
    public MatchedRule {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
