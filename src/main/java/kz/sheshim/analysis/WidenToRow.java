package kz.sheshim.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import kz.sheshim.analysis.Region.Literal;

/** Widens a case that no region has to a box of such cases that cannot be made wider, and that one row of a workbook can say. */
final class WidenToRow {
    private final CaseSpace space;
    private final List<List<List<Literal>>> regions;

    WidenToRow(CaseSpace space, List<Region> regions) {
        this.space = space;
        this.regions = regions.stream().map(Region::allClauses).toList();
    }

    /**
     * @param first the dimension that is widened first, or -1
     */
    Box widen(int[] found, int first) {
        Box box = Box.of(space, found);
        int[] order = IntStream.concat(
                        IntStream.of(first), IntStream.range(0, found.length).filter(each -> each != first))
                .filter(each -> each >= 0)
                .toArray();
        for (int dimension : order) {
            box = box.with(dimension, shape(space.dimension(dimension), allowed(box, dimension), found[dimension]));
        }
        return box;
    }

    /** The atoms asked for that the box may have in a dimension without touching a region. */
    private BitSet allowed(Box box, int dimension) {
        BitSet allowed = space.asked(dimension);
        for (List<List<Literal>> region : regions) {
            BitSet barred = null;
            for (List<Literal> clause : region) {
                BitSet here = null;
                boolean apart = true;
                for (Literal literal : clause) {
                    apart &= !literal.atoms().intersects(box.atoms().get(literal.dimension()));
                    here = literal.dimension() == dimension ? literal.atoms() : here;
                }
                if (apart && here == null) {
                    barred = null;
                    break;
                }
                if (apart && barred == null) {
                    barred = here;
                }
            }
            if (barred != null) {
                allowed.andNot(barred);
            }
        }
        return allowed;
    }

    /** Of the allowed atoms those that one cell can say, the given one among them. */
    static BitSet shape(Dimension dimension, BitSet allowed, int atom) {
        BitSet values = dimension.values();
        if (!dimension.ordered() || Region.subset(dimension.known(), allowed)) {
            return allowed;
        }
        BitSet shape = new BitSet();
        if (!values.get(atom)) {
            shape.set(atom);
            return shape;
        }
        if (Region.subset(values, allowed)) {
            return values;
        }
        BitSet run = (BitSet) allowed.clone();
        run.and(values);
        shape.set(run.previousClearBit(atom) + 1, run.nextClearBit(atom));
        return shape;
    }
}
