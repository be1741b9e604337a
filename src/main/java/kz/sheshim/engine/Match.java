package kz.sheshim.engine;

import java.util.Comparator;
import java.util.SortedSet;
import kz.sheshim.facts.FactPath;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.RuleId;

/**
 * A rule that no known fact rules out, for one instance.
 *
 * @param instance the instance that the table is evaluated for, or {@link FactPath#ONCE}
 * @param holds all its conditions are true; otherwise it is open
 * @param missing the facts that an open row still needs; empty when it holds
 */
record Match(PreparedRule rule, int instance, boolean holds, SortedSet<FactPath> missing) {
    /** By the ids of the rules, then by instance. */
    static final Comparator<Match> BY_RULE =
            (a, b) -> a.rule().order() == b.rule().order()
                    ? Integer.compare(a.instance(), b.instance())
                    : Integer.compare(a.rule().order(), b.rule().order());

    RuleId id() {
        return rule.rule().id();
    }

    Conclusion conclusion() {
        return rule.rule().conclusion();
    }
}
