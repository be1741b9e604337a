package kz.sheshim.engine.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rows that were found, in the order in which they were told. */
public final class FoundFixture {

    /** A row that is not ruled out for an instance. */
    public record Candidate(int row, int index, boolean holds) {}

    private FoundFixture() {}

    public static List<Candidate> in(Consumer<Found> search) {
        List<Candidate> candidates = new ArrayList<>();
        search.accept((row, index, holds) -> candidates.add(new Candidate(row, index, holds)));
        return candidates;
    }
}
