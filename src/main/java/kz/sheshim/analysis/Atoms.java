package kz.sheshim.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import kz.sheshim.table.Condition;
import kz.sheshim.vocabulary.FieldType;

/** Splits what a field can be by the conditions on it. */
final class Atoms {
    private final PossibleValues possible;
    private final Set<Object> named = new LinkedHashSet<>();
    private final NavigableSet<Comparable<?>> cuts = new TreeSet<>(Scale::compare);

    Atoms(PossibleValues possible) {
        this.possible = possible;
    }

    /** Takes the values and bounds of a condition into account. */
    void split(Condition condition) {
        named.addAll(condition.values());
        if (condition instanceof Condition.Between between) {
            if (between.low() != null) {
                cut(between.low().value(), !between.low().included());
            }
            if (between.high() != null) {
                cut(between.high().value(), between.high().included());
            }
        }
    }

    /** A new atom begins with the value, or right after it. */
    private void cut(Comparable<?> value, boolean after) {
        cuts.add(after ? scale().after(value) : value);
    }

    private Scale scale() {
        return Scale.of(possible.field().type());
    }

    /** The values that conditions name and that the field can have. */
    List<Object> named() {
        return named.stream().filter(possible::can).toList();
    }

    /** The atoms of a field with a single value. */
    List<Atom> single() {
        List<Atom> atoms = new ArrayList<>(values());
        if (possible.absent()) {
            atoms.add(new Atom.Absent());
        }
        if (possible.unknown()) {
            atoms.add(new Atom.Unknown());
        }
        return atoms;
    }

    private List<Atom> values() {
        FieldType type = possible.field().type();
        if (type.ordered()) {
            return ranges();
        }
        Set<Object> values = possible.values();
        if (values != null) {
            return atoms(values);
        }
        if (type.allValues().isPresent()) {
            return atoms(type.allValues().get());
        }
        List<Atom> atoms = new ArrayList<>(atoms(named));
        atoms.add(new Atom.AnyOther());
        return atoms;
    }

    private static List<Atom> atoms(Iterable<?> values) {
        List<Atom> atoms = new ArrayList<>();
        values.forEach(value -> atoms.add(new Atom.OneValue(value)));
        return atoms;
    }

    private List<Atom> ranges() {
        Scale scale = scale();
        List<Atom> ranges = new ArrayList<>();
        if (possible.values() != null) {
            NavigableSet<Comparable<?>> values = new TreeSet<>(Scale::compare);
            possible.values().forEach(value -> values.add((Comparable<?>) value));
            values.forEach(value -> ranges.add(new Atom.Interval(value, value)));
            return ranges;
        }
        for (Object value : named) {
            cut((Comparable<?>) value, false);
            cut((Comparable<?>) value, true);
        }
        Comparable<?> low = possible.least() == null ? scale.least() : possible.least();
        Comparable<?> high = possible.greatest() == null ? scale.greatest() : possible.greatest();
        if (possible.asked() != null) {
            cuts.add(possible.asked());
            low = possible.below() || Scale.compare(low, possible.asked()) > 0 ? low : possible.asked();
        }
        for (Comparable<?> cut : cuts.tailSet(low, false)) {
            if (Scale.compare(cut, high) <= 0) {
                ranges.add(new Atom.Interval(low, scale.before(cut)));
                low = cut;
            }
        }
        ranges.add(new Atom.Interval(low, high));
        return ranges;
    }
}
