package kz.sheshim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Cases: for each dimension of a space, the atoms that it may have. */
record Box(CaseSpace space, List<BitSet> atoms) {
    Box {
        atoms = List.copyOf(atoms);
    }

    /** The box of a single case. */
    static Box of(CaseSpace space, int[] found) {
        ArrayList<BitSet> atoms = new ArrayList<>();
        for (int atom : found) {
            BitSet only = new BitSet();
            only.set(atom);
            atoms.add(only);
        }
        return new Box(space, atoms);
    }

    Box with(int dimension, BitSet wider) {
        ArrayList<BitSet> copy = new ArrayList<>(atoms);
        copy.set(dimension, wider);
        return new Box(space, copy);
    }

    /** The box as a region; a dimension that may have each of its atoms is left out. */
    Region region() {
        Map<Integer, BitSet> sides = new TreeMap<>();
        for (int dimension = 0; dimension < atoms.size(); dimension++) {
            if (atoms.get(dimension).cardinality() < space.dimension(dimension).size()) {
                sides.put(dimension, atoms.get(dimension));
            }
        }
        return new Region(sides, Set.of());
    }
}
