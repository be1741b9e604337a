package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.engine.index.Candidates;
import kz.sheshim.engine.index.CandidatesFixture.Candidate;
import kz.sheshim.facts.FactLayout;
import kz.sheshim.facts.Facts;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.table.DecisionTable;

/** The rows of a table that count for an application. */
public final class RowsFixture {
    private RowsFixture() {}

    /** By a plain reading of the rows. */
    public static List<Candidate> read(DecisionTable table, Facts facts) {
        Candidates candidates = new Candidates();
        PlainRows.match(table, facts, candidates);
        return confirmed(candidates);
    }

    /** By the index and the compiled rules. */
    public static List<Candidate> compiled(
            Ruleset ruleset, DecisionTable table, RuleBase.Session session, Facts facts) {
        PreparedPolicy policy = new PreparedPolicy(ruleset, new FactLayout(ruleset.vocabulary()));
        Candidates candidates = new Candidates();
        new CompiledRows(session).match(new PreparedTable(table, 0, policy), facts, candidates);
        return confirmed(candidates);
    }

    private static List<Candidate> confirmed(Candidates candidates) {
        List<Candidate> confirmed = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.confirmed(i)) {
                confirmed.add(new Candidate(candidates.row(i), candidates.instance(i), candidates.holds(i)));
            }
        }
        return confirmed;
    }
}
