package kz.sheshim.engine;

import java.util.Comparator;
import java.util.SortedSet;
import kz.sheshim.facts.FactPath;
import kz.sheshim.table.Conclusion;
import kz.sheshim.table.RuleId;

/**
 * A row that is not ruled out for one instance.
 *
 * @param index the instance that the table was read for, or {@link FactPath#ONCE}
 * @param holds all its conditions are true; otherwise it is open
 * @param missing the facts that an open row still needs; empty when it holds
 */
record Match(PreparedRule row, int index, boolean holds, SortedSet<FactPath> missing) {
    /** By the ids of the rules, then by instance. */
    static final Comparator<Match> BY_RULE =
            (a, b) -> a.row().order() == b.row().order()
                    ? Integer.compare(a.index(), b.index())
                    : Integer.compare(a.row().order(), b.row().order());

    RuleId rule() {
        return row.rule().id();
    }

    Conclusion conclusion() {
        return row.rule().conclusion();
    }
}
