package kz.sheshim.adapter.drools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.sheshim.decision.RuleBase.Session.Candidate;

/** Where the compiled rows of a table tell that they match. Public, since compiled rules call it. */
public final class Matched {
    private static final Comparator<Candidate> ORDER =
            Comparator.comparingInt(Candidate::index).thenComparingInt(Candidate::row);

    private List<Candidate> candidates = new ArrayList<>();

    public void add(int row, int index, boolean holds) {
        candidates.add(new Candidate(row, index, holds));
    }

    List<Candidate> take() {
        List<Candidate> taken = candidates;
        candidates = new ArrayList<>();
        taken.sort(ORDER);
        return taken;
    }
}
