package kz.sheshim.engine;

import kz.sheshim.engine.index.Candidates;
import kz.sheshim.engine.index.Scratch;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.HitPolicy;

/** The rows that the compiled rules let count: the index of the table proposes them, and the rules have the last word on each. */
final class CompiledRows implements Rows {
    private final RuleBase.Session session;
    private final Scratch scratch = new Scratch();

    CompiledRows(RuleBase.Session session) {
        this.session = session;
    }

    @Override
    public void match(PreparedTable table, Facts facts, Candidates candidates) {
        candidates.clear();
        table.index().propose(facts, scratch, candidates);
        if (table.table().hitPolicy() == HitPolicy.FIRST) {
            confirmFirst(table, candidates);
        } else if (candidates.size() > 0) {
            session.confirm(table.table(), candidates, 0, candidates.size());
        }
    }

    /** For each instance, rows are put to the rules until one holds. */
    private void confirmFirst(PreparedTable table, Candidates candidates) {
        boolean settled = false;
        for (int from = 0, to; from < candidates.size(); from = to) {
            boolean sameInstance = from > 0 && candidates.instance(from) == candidates.instance(from - 1);
            settled &= sameInstance;
            to = from + 1;
            while (to < candidates.size()
                    && candidates.instance(to) == candidates.instance(from)
                    && !candidates.expectedToHold(to - 1)) {
                to++;
            }
            if (!settled) {
                session.confirm(table.table(), candidates, from, to);
                settled = candidates.holds(to - 1);
            }
        }
    }
}
