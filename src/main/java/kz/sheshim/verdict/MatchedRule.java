package kz.sheshim.verdict;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.table.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * A rule that matched, and the facts it read by their path ({@code documents[0].script}), in the order of the paths; a value is a text, a boolean, a
 * number, a list of texts, or null for a fact that is absent.
 */
public record MatchedRule(RuleId rule, Map<String, @Nullable Object> values) {
    public MatchedRule {
        values = values instanceof ReadValues
                ? values
                : Collections.<String, @Nullable Object>unmodifiableMap(new TreeMap<String, @Nullable Object>(values));
    }
}
