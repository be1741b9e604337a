package kz.sheshim.policy.reading;

import java.util.List;
import java.util.Set;

/**
 * A rule of a rule file that tables can name: it derives nothing, and says by {@code @reads} what it hangs on.
 *
 * @param name its ruleflow-group
 * @param reads the fields that it reads, as they are written
 * @param bound the names of the variables that its patterns are bound to, without $
 * @param line from 1
 */
public record NamedRule(String name, List<String> reads, Set<String> bound, int line) {
    public NamedRule {
        reads = List.copyOf(reads);
        bound = Set.copyOf(bound);
    }
}
