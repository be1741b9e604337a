package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import kz.sheshim.engine.index.Candidates;
import kz.sheshim.facts.FactPath;
import kz.sheshim.facts.Facts;
import kz.sheshim.table.HitPolicy;

/** The matches of one table after the other that count by its hit policy. */
final class TableMatches {
    private static final SortedSet<FactPath> NOTHING = Collections.emptySortedSet();

    private final Rows rows;
    private final Facts facts;
    private final Candidates candidates = new Candidates();
    private final List<Match> matches = new ArrayList<>();

    TableMatches(Rows rows, Facts facts) {
        this.rows = rows;
        this.facts = facts;
    }

    /** The matches that count, by instance and in the order of the rows; good until the next table. */
    List<Match> counted(PreparedTable table) {
        rows.match(table, facts, candidates);
        matches.clear();
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            if (candidates.confirmed(candidate)) {
                add(table, candidate);
            }
        }
        HitPolicy policy = table.table().hitPolicy();
        return policy == HitPolicy.COLLECT || !severalOfAnInstance() ? matches : counted(policy);
    }

    private void add(PreparedTable table, int candidate) {
        int instance = candidates.instance(candidate);
        if (table.table().hitPolicy() == HitPolicy.FIRST && heldAlready(instance)) {
            return;
        }
        PreparedRule rule = table.rule(candidates.row(candidate));
        boolean holds = candidates.holds(candidate);
        SortedSet<FactPath> missing = holds
                ? NOTHING
                : RuleReading.of(table.table(), rule.rule(), facts, instance).missing();
        matches.add(new Match(rule, instance, holds, missing));
    }

    /** A row before it holds for the same instance. */
    private boolean heldAlready(int instance) {
        if (matches.isEmpty()) {
            return false;
        }
        Match last = matches.get(matches.size() - 1);
        return last.instance() == instance && last.holds();
    }

    private boolean severalOfAnInstance() {
        for (int i = 1; i < matches.size(); i++) {
            if (matches.get(i).instance() == matches.get(i - 1).instance()) {
                return true;
            }
        }
        return false;
    }

    private List<Match> counted(HitPolicy policy) {
        List<Match> counted = new ArrayList<>(matches.size());
        for (int from = 0, to; from < matches.size(); from = to) {
            to = from + 1;
            while (to < matches.size()
                    && matches.get(to).instance() == matches.get(from).instance()) {
                to++;
            }
            counted.addAll(HitPolicies.counted(policy, matches.subList(from, to)));
        }
        return counted;
    }
}
