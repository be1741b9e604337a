package kz.sheshim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kz.sheshim.analysis.Dimension.Kind;
import kz.sheshim.analysis.Region.Literal;
import kz.sheshim.facts.Truth;
import kz.sheshim.table.CellText;
import kz.sheshim.table.Condition;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.FieldCondition.Scope;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.FieldPath;

/**
 * All cases that the conditions and periods of some tables tell apart. A field with a single value is one dimension, also when it dates the tables; of a field with many values, each
 * value that a condition names is one, and whether some are unknown is another.
 */
final class CaseSpace {
    private final List<Dimension> dimensions = new ArrayList<>();
    private final Map<FieldPath, Integer> singles = new HashMap<>();
    private final Map<FieldPath, Map<Object, Integer>> included = new HashMap<>();
    private final Map<FieldPath, Integer> openness = new HashMap<>();
    private final List<List<Literal>> always = new ArrayList<>();
    /** By dimension: the atoms that tables must have an answer for. */
    private final List<BitSet> asked = new ArrayList<>();

    CaseSpace(Collection<DecisionTable> tables, Function<FieldPath, PossibleValues> possible) {
        Map<FieldPath, Atoms> atoms = new LinkedHashMap<>();
        Set<FieldPath> all = new HashSet<>();
        for (DecisionTable table : tables) {
            for (Rule rule : table.rules()) {
                if (!rule.inForce().unbounded()) {
                    atoms.computeIfAbsent(table.datedBy(), path -> new Atoms(possible.apply(path)))
                            .split(rule.inForce().asCondition());
                }
            }
        }
        for (DecisionTable table : tables) {
            for (Rule rule : table.rules()) {
                for (FieldCondition condition : rule.conditions()) {
                    FieldPath field = condition.field();
                    atoms.computeIfAbsent(field, path -> new Atoms(possible.apply(path)))
                            .split(condition.condition());
                    if (condition.scope() == Scope.ALL) {
                        all.add(field);
                    }
                }
            }
        }
        atoms.forEach((path, split) -> {
            PossibleValues what = possible.apply(path);
            if (all.contains(path) || what.field().type().list()) {
                many(path, what, split, all.contains(path));
            } else {
                int single = add(new Dimension(what.field(), new Kind.Single(), split.single()));
                singles.put(path, single);
                dimension(single).below(what.asked()).stream().forEach(asked.get(single)::clear);
            }
        });
    }

    private void many(FieldPath path, PossibleValues possible, Atoms split, boolean ofInstances) {
        List<Atom> noYes = List.of(new Atom.OneValue(false), new Atom.OneValue(true));
        Map<Object, Integer> values = new LinkedHashMap<>();
        for (Object value : split.named()) {
            values.put(value, add(new Dimension(possible.field(), new Kind.Included(value), noYes)));
        }
        included.put(path, values);
        if (possible.unknown()) {
            int open = add(new Dimension(possible.field(), new Kind.Openness(), noYes));
            openness.put(path, open);
            if (!ofInstances) {
                // a list that is not known includes nothing that is known
                values.values()
                        .forEach(value ->
                                always.add(List.of(literal(open, Dimension.NO), literal(value, Dimension.NO))));
            }
        }
    }

    private int add(Dimension dimension) {
        dimensions.add(dimension);
        asked.add(dimension.known());
        return dimensions.size() - 1;
    }

    private static Literal literal(int dimension, int atom) {
        BitSet atoms = new BitSet();
        atoms.set(atom);
        return new Literal(dimension, atoms);
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    Dimension dimension(int index) {
        return dimensions.get(index);
    }

    /** The atoms of a dimension that the tables must have an answer for: what is known, on a day that the policy covers. */
    BitSet asked(int index) {
        return (BitSet) asked.get(index).clone();
    }

    /** What holds in every case. */
    List<List<Literal>> always() {
        return always;
    }

    /** The dimension of a field with a single value. */
    Optional<Integer> single(FieldPath field) {
        return Optional.ofNullable(singles.get(field));
    }

    long size() {
        return dimensions.stream().mapToLong(Dimension::size).sum();
    }

    /**
     * The cases in which a rule has at least this truth: TRUE: it holds; UNKNOWN: it is not ruled out.
     *
     * @return empty when there is none
     */
    Optional<Region> region(DecisionTable table, Rule rule, Truth atLeast) {
        List<List<Literal>> clauses = new ArrayList<>();
        if (!rule.inForce().unbounded()) {
            int dated = singles.getOrDefault(table.datedBy(), -1);
            clauses.add(List.of(atoms(
                    dated,
                    atom -> atom instanceof Atom.Interval range
                            ? Truth.of(rule.inForce().contains((java.time.LocalDate) range.low()))
                            : atom.unknown() ? Truth.UNKNOWN : Truth.FALSE,
                    atLeast)));
        }
        for (FieldCondition condition : rule.conditions()) {
            Integer single = singles.get(condition.field());
            if (single != null) {
                clauses.add(List.of(atoms(single, atom -> condition.condition().test(List.of(atom.fact())), atLeast)));
            } else {
                clauses.addAll(many(condition, atLeast));
            }
        }
        clauses.removeIf(clause -> clause.stream()
                .anyMatch(literal -> literal.atoms().cardinality()
                        == dimension(literal.dimension()).size()));
        return Region.of(clauses);
    }

    private Literal atoms(int dimension, Function<Atom, Truth> truth, Truth atLeast) {
        List<Atom> atoms = dimensions.get(dimension).atoms();
        BitSet set = new BitSet(atoms.size());
        for (int atom = 0; atom < atoms.size(); atom++) {
            set.set(atom, truth.apply(atoms.get(atom)).compareTo(atLeast) >= 0);
        }
        return new Literal(dimension, set);
    }

    private List<List<Literal>> many(FieldCondition condition, Truth atLeast) {
        List<List<Literal>> clauses = new ArrayList<>();
        Integer open = openness.get(condition.field());
        if (condition.condition() instanceof Condition.Includes includes) {
            List<Literal> clause = literals(condition.field(), includes.values(), Dimension.YES);
            if (open != null && atLeast == Truth.UNKNOWN) {
                clause.add(literal(open, Dimension.YES));
            }
            clauses.add(clause);
        } else if (condition.condition() instanceof Condition.Lacks lacks) {
            literals(condition.field(), lacks.values(), Dimension.NO).forEach(each -> clauses.add(List.of(each)));
            if (open != null && atLeast == Truth.TRUE) {
                clauses.add(List.of(literal(open, Dimension.NO)));
            }
        } else {
            throw new IllegalArgumentException(
                    "a field with many values cannot have the condition " + CellText.of(condition.condition()));
        }
        return clauses;
    }

    /** Literals for the values that the field can have. */
    private List<Literal> literals(FieldPath field, Set<Object> values, int atom) {
        Map<Object, Integer> dimensionsOf = included.getOrDefault(field, Map.of());
        List<Literal> literals = new ArrayList<>();
        for (Object value : values) {
            Integer dimension = dimensionsOf.get(value);
            if (dimension != null) {
                literals.add(literal(dimension, atom));
            }
        }
        literals.sort(Comparator.comparing(Literal::dimension));
        return literals;
    }
}
