package kz.sheshim.adapter.drools;

import java.util.ArrayList;
import java.util.List;
import kz.sheshim.decision.RuleBase.Session.Candidate;

/** Where the compiled rules of a table tell that they match. Public, since compiled rules call it. */
public final class Matched {
    private List<Candidate> candidates = new ArrayList<>();

    public void add(String rule, int index, boolean holds) {
        candidates.add(new Candidate(rule, index, holds));
    }

    List<Candidate> take() {
        List<Candidate> taken = candidates;
        candidates = new ArrayList<>();
        return taken;
    }
}
