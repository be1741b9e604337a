package kz.sheshim.analysis;

import java.util.BitSet;
import java.util.List;
import kz.sheshim.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** One of the things in which cases differ, with its atoms. A case has exactly one atom of each dimension. */
record Dimension(Field field, Kind kind, List<Atom> atoms) {

    /** What a dimension tells of its field. */
    sealed interface Kind {

        /** The field's only value. */
        record Single() implements Kind {}

        /** Whether this value is among the field's values (the second atom) or not (the first). */
        record Included(Object value) implements Kind {}

        /** Whether one of the field's values, or the list, is not yet known (the second atom) or all are (the first). */
        record Openness() implements Kind {}
    }

    /** The index of "not included" and "all known". */
    static final int NO = 0;
    /** The index of "included" and "some unknown". */
    static final int YES = 1;

    Dimension {
        atoms = List.copyOf(atoms);
    }

    int size() {
        return atoms.size();
    }

    boolean single() {
        return kind instanceof Kind.Single;
    }

    /** Whether its atoms are ranges in ascending order, followed by those that are not values. */
    boolean ordered() {
        return single() && field.type().ordered();
    }

    BitSet all() {
        BitSet all = new BitSet(size());
        all.set(0, size());
        return all;
    }

    /** The atoms in which everything is known. */
    BitSet known() {
        BitSet known = all();
        if (kind instanceof Kind.Openness) {
            known.clear(YES);
        }
        for (int atom = 0; atom < size(); atom++) {
            if (atoms.get(atom).unknown()) {
                known.clear(atom);
            }
        }
        return known;
    }

    /** The ranges below a value. */
    BitSet below(@Nullable Comparable<?> value) {
        BitSet below = new BitSet();
        for (int atom = 0; atom < size() && value != null; atom++) {
            below.set(atom, atoms.get(atom) instanceof Atom.Interval range && Scale.compare(range.low(), value) < 0);
        }
        return below;
    }

    /** The atoms that are values of the field. */
    BitSet values() {
        BitSet values = known();
        for (int atom = 0; atom < size(); atom++) {
            if (atoms.get(atom).absent()) {
                values.clear(atom);
            }
        }
        return values;
    }
}
