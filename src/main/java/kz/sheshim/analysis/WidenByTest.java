package kz.sheshim.analysis;

import java.util.BitSet;
import java.util.function.Predicate;

/** Grows a case, dimension by dimension, to a box that passes a test as a whole. The test holds for every part of a box for which it holds. */
final class WidenByTest {
    private static final int MAX_TRIED = 40;

    private final CaseSpace space;
    private final Predicate<Box> test;

    WidenByTest(CaseSpace space, Predicate<Box> test) {
        this.space = space;
        this.test = test;
    }

    Box grow(int[] found) {
        Box box = Box.of(space, found);
        for (int index = 0; index < found.length; index++) {
            Dimension dimension = space.dimension(index);
            Box whole = box.with(index, dimension.all());
            if (test.test(whole)) {
                box = whole;
            } else if (dimension.ordered() && dimension.atoms().get(found[index]) instanceof Atom.Interval) {
                int last =
                        furthest(box, index, found[index], 1, dimension.values().length() - 1);
                box = box.with(index, run(found[index], last));
                int first = furthest(box, index, found[index], -1, 0);
                box = box.with(index, run(first, last));
            } else {
                box = oneByOne(box, index, dimension.size());
            }
        }
        return box;
    }

    /** By halving: the furthest atom up to which the box can grow. */
    private int furthest(Box box, int dimension, int from, int step, int end) {
        BitSet own = box.atoms().get(dimension);
        int good = 0;
        int bad = Math.abs(end - from) + 1;
        while (bad - good > 1) {
            int middle = (good + bad) / 2;
            BitSet wider = run(Math.min(from, from + step * middle), Math.max(from, from + step * middle));
            wider.or(own);
            if (test.test(box.with(dimension, wider))) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return from + step * good;
    }

    private static BitSet run(int first, int last) {
        BitSet run = new BitSet();
        run.set(first, last + 1);
        return run;
    }

    private Box oneByOne(Box start, int dimension, int size) {
        Box box = start;
        for (int atom = 0; atom < Math.min(size, MAX_TRIED); atom++) {
            BitSet wider = (BitSet) box.atoms().get(dimension).clone();
            wider.set(atom);
            if (!wider.equals(box.atoms().get(dimension)) && test.test(box.with(dimension, wider))) {
                box = box.with(dimension, wider);
            }
        }
        return box;
    }
}
