package kz.sheshim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Cases for which all clauses hold: a box (for some dimensions, the atoms that they may have) and clauses over several dimensions.
 *
 * @param box by the index of the dimension; a dimension that is not in it may have any atom
 * @param clauses of each, at least one literal must hold; each has two or more
 */
record Region(Map<Integer, BitSet> box, Set<List<Literal>> clauses) {

    /** The dimension with this index has one of the atoms. */
    record Literal(int dimension, BitSet atoms) {}

    /** The region of clauses of any length; empty when it would have no case. */
    static Optional<Region> of(List<List<Literal>> clauses) {
        TreeMap<Integer, BitSet> box = new TreeMap<>();
        List<List<Literal>> open = new ArrayList<>(clauses);
        boolean narrowed = true;
        while (narrowed) {
            narrowed = false;
            List<List<Literal>> left = new ArrayList<>();
            for (List<Literal> clause : open) {
                List<Literal> literals = new ArrayList<>();
                boolean holds = false;
                for (Literal literal : clause) {
                    BitSet allowed = box.get(literal.dimension());
                    holds |= allowed != null && subset(allowed, literal.atoms());
                    boolean can = allowed == null ? !literal.atoms().isEmpty() : allowed.intersects(literal.atoms());
                    if (can) {
                        literals.add(literal);
                    }
                }
                if (literals.isEmpty()) {
                    return Optional.empty();
                }
                if (!holds && literals.size() == 1) {
                    Literal only = literals.get(0);
                    BitSet allowed = box.get(only.dimension());
                    BitSet narrow = (BitSet) only.atoms().clone();
                    if (allowed != null) {
                        narrow.and(allowed);
                    }
                    box.put(only.dimension(), narrow);
                    narrowed = true;
                } else if (!holds) {
                    left.add(literals);
                }
            }
            open = left;
        }
        return Optional.of(new Region(box, Set.copyOf(open)));
    }

    static boolean subset(BitSet part, BitSet whole) {
        BitSet rest = (BitSet) part.clone();
        rest.andNot(whole);
        return rest.isEmpty();
    }

    /** All its clauses, those of the box first. */
    List<List<Literal>> allClauses() {
        List<List<Literal>> all = new ArrayList<>();
        box.forEach((dimension, atoms) -> all.add(List.of(new Literal(dimension, atoms))));
        all.addAll(clauses);
        return all;
    }

    /** The cases of both; empty when there are none. Two boxes that are apart are found quickly. */
    Optional<Region> and(Region other) {
        for (Map.Entry<Integer, BitSet> side : box.entrySet()) {
            BitSet that = other.box.get(side.getKey());
            if (that != null && !that.intersects(side.getValue())) {
                return Optional.empty();
            }
        }
        if (clauses.isEmpty() && other.clauses.isEmpty()) {
            TreeMap<Integer, BitSet> both = new TreeMap<>(box);
            other.box.forEach((dimension, atoms) -> both.merge(dimension, atoms, Region::common));
            return Optional.of(new Region(both, Set.of()));
        }
        List<List<Literal>> all = allClauses();
        all.addAll(other.allClauses());
        return of(all);
    }

    private static BitSet common(BitSet a, BitSet b) {
        BitSet common = (BitSet) a.clone();
        common.and(b);
        return common;
    }

    /** True only if every case of the other is in it; may be false although that is so, because only boxes and equal clauses are compared. */
    boolean surelyContains(Region other) {
        return allClauses().stream()
                .allMatch(clause -> clause.stream().anyMatch(literal -> {
                            BitSet that = other.box.get(literal.dimension());
                            return that != null && subset(that, literal.atoms());
                        })
                        || other.clauses.contains(clause));
    }

    /** Without the dimensions for which the test holds. */
    Region without(java.util.function.IntPredicate dimension) {
        TreeMap<Integer, BitSet> rest = new TreeMap<>(box);
        rest.keySet().removeIf(dimension::test);
        return new Region(
                rest,
                clauses.stream()
                        .filter(clause -> clause.stream().noneMatch(literal -> dimension.test(literal.dimension())))
                        .collect(Collectors.toSet()));
    }
}
