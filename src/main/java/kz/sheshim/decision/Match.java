package kz.sheshim.decision;

import java.util.List;
import java.util.SortedSet;
import kz.sheshim.facts.FactPath;
import kz.sheshim.table.Rule;

/**
 * A rule that is not ruled out for one instance.
 *
 * @param index the instance that the table was read for, or {@link FactPath#ONCE}
 * @param holds all its conditions are true; otherwise it is open
 * @param reads the facts that its conditions read
 * @param missing the facts that an open rule still needs; empty when it holds
 */
public record Match(Rule rule, int index, boolean holds, List<FactPath> reads, SortedSet<FactPath> missing) {
    public Match {
        reads = List.copyOf(reads);
    }
}
