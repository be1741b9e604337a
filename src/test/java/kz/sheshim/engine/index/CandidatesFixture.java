package kz.sheshim.engine.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Candidates as values, in their order. */
public final class CandidatesFixture {

    /** A row that may match an instance. */
    public record Candidate(int row, int instance, boolean holds) {}

    private CandidatesFixture() {}

    /** As they were proposed. */
    public static List<Candidate> proposed(Consumer<Candidates> search) {
        Candidates candidates = new Candidates();
        search.accept(candidates);
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            all.add(new Candidate(candidates.row(i), candidates.instance(i), candidates.expectedToHold(i)));
        }
        return all;
    }
}
