package kz.sheshim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.analysis.ClauseSolver.SearchResult;
import kz.sheshim.analysis.Region.Literal;

/**
 * The cases of a space in yes/no variables. A dimension with n atoms has n - 1 variables, "the atom's index is at least i" (the order encoding: bounds of ranges stay short clauses, however
 * many there are).
 */
final class Propositions {
    private final CaseSpace space;
    private final ClauseSolver solver;
    private final int yes;
    /** By dimension: the variable of "at least i", for i from 1. */
    private final List<int[]> atLeast = new ArrayList<>();

    private final Map<Literal, Integer> members = new HashMap<>();
    private final Map<Region, Integer> regions = new HashMap<>();

    Propositions(CaseSpace space, ClauseSolver solver) {
        this.space = space;
        this.solver = solver;
        this.yes = solver.variable();
        solver.add(yes);
        for (Dimension dimension : space.dimensions()) {
            int[] variables = new int[dimension.size()];
            for (int i = 1; i < variables.length; i++) {
                variables[i] = solver.variable();
                if (i > 1) {
                    solver.add(-variables[i], variables[i - 1]);
                }
            }
            atLeast.add(variables);
        }
        space.always().forEach(clause -> solver.add(literals(clause)));
    }

    /** The literal that says: the dimension has one of the atoms. */
    int member(Literal literal) {
        int count = literal.atoms().cardinality();
        if (count == 0 || count == space.dimension(literal.dimension()).size()) {
            return count == 0 ? -yes : yes;
        }
        return members.computeIfAbsent(literal, this::define);
    }

    private int define(Literal literal) {
        int size = space.dimension(literal.dimension()).size();
        int member = solver.variable();
        BitSet atoms = literal.atoms();
        int start = 0;
        while (start < size) {
            boolean in = atoms.get(start);
            int end = in ? atoms.nextClearBit(start) : atoms.nextSetBit(start);
            end = end < 0 || end > size ? size : end;
            solver.add(in ? member : -member, -bound(literal.dimension(), start), bound(literal.dimension(), end));
            start = end;
        }
        return member;
    }

    /** "The atom's index is at least this". */
    private int bound(int dimension, int index) {
        int[] variables = atLeast.get(dimension);
        if (index == 0) {
            return yes;
        }
        return index == variables.length ? -yes : variables[index];
    }

    private int[] literals(List<Literal> clause) {
        return clause.stream().mapToInt(this::member).toArray();
    }

    /** A literal that says: all clauses of the region hold. */
    int define(Region region) {
        return regions.computeIfAbsent(region, this::defineNew);
    }

    private int defineNew(Region region) {
        int[] parts = region.allClauses().stream().mapToInt(this::any).toArray();
        return all(parts);
    }

    private int any(List<Literal> clause) {
        return any(literals(clause));
    }

    /** A literal that says: one of these holds. */
    int any(int... literals) {
        int[] negated = literals.clone();
        for (int i = 0; i < negated.length; i++) {
            negated[i] = -negated[i];
        }
        return -all(negated);
    }

    /** A literal that says: all of these hold. */
    int all(int... literals) {
        if (literals.length == 0) {
            return yes;
        }
        if (literals.length == 1) {
            return literals[0];
        }
        int all = solver.variable();
        int[] clause = new int[literals.length + 1];
        for (int i = 0; i < literals.length; i++) {
            solver.add(-all, literals[i]);
            clause[i] = -literals[i];
        }
        clause[literals.length] = all;
        solver.add(clause);
        return all;
    }

    /** A literal that says: one of these holds. */
    int anyOf(List<Integer> literals) {
        return any(literals.stream().mapToInt(Integer::intValue).toArray());
    }

    /** A literal that holds in every case. */
    int always() {
        return yes;
    }

    /** A literal that never holds. */
    int never() {
        return -yes;
    }

    /** A literal that says: one of them holds and the other does not. */
    int differ(int one, int other) {
        return -all(any(-one, other), any(one, -other));
    }

    void add(int... literals) {
        solver.add(literals);
    }

    /** No case of the box is looked for any more. */
    void exclude(Box box) {
        solver.add(-define(box.region()));
    }

    /** Literals that say: the tables must have an answer for the case. */
    int[] asked() {
        int[] asked = new int[space.dimensions().size()];
        for (int index = 0; index < asked.length; index++) {
            asked[index] = member(new Literal(index, space.asked(index)));
        }
        return asked;
    }

    /** Literals that say: everything is known. */
    int[] known() {
        int[] known = new int[space.dimensions().size()];
        for (int index = 0; index < known.length; index++) {
            known[index] = member(new Literal(index, space.dimension(index).known()));
        }
        return known;
    }

    SearchResult solve(int... assumed) {
        return solver.solve(assumed);
    }

    /** The case that was found: the index of its atom for each dimension. */
    int[] found() {
        int[] found = new int[atLeast.size()];
        for (int dimension = 0; dimension < found.length; dimension++) {
            int[] variables = atLeast.get(dimension);
            while (found[dimension] + 1 < variables.length && solver.holds(variables[found[dimension] + 1])) {
                found[dimension]++;
            }
        }
        return found;
    }

    /** Whether a literal holds in the case that was found. */
    boolean holds(int literal) {
        return solver.holds(Math.abs(literal)) == literal > 0;
    }
}
