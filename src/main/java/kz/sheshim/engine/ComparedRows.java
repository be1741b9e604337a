package kz.sheshim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.sheshim.engine.index.Candidates;
import kz.sheshim.facts.Facts;
import kz.sheshim.facts.Truth;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.HitPolicy;

/** Asks the compiled rules and a plain reading of every row, notes where they disagree, and goes on with what the plain reading says. */
final class ComparedRows implements Rows {
    private final Rows compiled;
    private final Candidates fromCompiled = new Candidates();
    private final List<Disagreement> disagreements = new ArrayList<>();

    /** A row for an instance, sorted like candidates. */
    private record Place(int instance, int row) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return instance != other.instance
                    ? Integer.compare(instance, other.instance)
                    : Integer.compare(row, other.row);
        }
    }

    ComparedRows(Rows compiled) {
        this.compiled = compiled;
    }

    List<Disagreement> disagreements() {
        return disagreements;
    }

    @Override
    public void match(PreparedTable table, Facts facts, Candidates candidates) {
        compiled.match(table, facts, fromCompiled);
        PlainRows.match(table.table(), facts, candidates);
        boolean first = table.table().hitPolicy() == HitPolicy.FIRST;
        Map<Place, Truth> left = truths(fromCompiled, first);
        Map<Place, Truth> right = truths(candidates, first);
        right.forEach((place, read) -> compare(table.table(), place, left.getOrDefault(place, Truth.FALSE), read));
        left.forEach((place, said) -> {
            if (!right.containsKey(place)) {
                compare(table.table(), place, said, Truth.FALSE);
            }
        });
    }

    /** In a FIRST table the rows behind one that holds do not matter. */
    private static Map<Place, Truth> truths(Candidates candidates, boolean first) {
        Map<Place, Truth> truths = new TreeMap<>();
        int settled = Integer.MIN_VALUE;
        for (int each = 0; each < candidates.size(); each++) {
            int instance = candidates.instance(each);
            if (candidates.confirmed(each) && instance != settled) {
                boolean holds = candidates.holds(each);
                truths.put(new Place(instance, candidates.row(each)), holds ? Truth.TRUE : Truth.UNKNOWN);
                settled = first && holds ? instance : settled;
            }
        }
        return truths;
    }

    private void compare(DecisionTable table, Place place, Truth said, Truth read) {
        if (said != read) {
            disagreements.add(new Disagreement(table.rules().get(place.row()).id(), place.instance(), said, read));
        }
    }
}
