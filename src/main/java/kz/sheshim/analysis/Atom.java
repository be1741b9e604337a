package kz.sheshim.analysis;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.sheshim.facts.Fact;
import kz.sheshim.facts.FactPath;
import kz.sheshim.vocabulary.FieldPath;

/** Values of a field that no condition of the tables under analysis tells apart. */
public sealed interface Atom {

    /** One value: a code, a text, a moment, yes or no. */
    record OneValue(Object value) implements Atom {
        @Override
        public Fact fact() {
            return new Fact.Known(value);
        }
    }

    /** Every value of an ordered type from low to high, both included. */
    record Interval(Comparable<?> low, Comparable<?> high) implements Atom {
        @Override
        public Fact fact() {
            return new Fact.Known(low);
        }
    }

    /** Any value that no condition names. */
    record AnyOther() implements Atom {
        @Override
        public Fact fact() {
            return new Fact.Known(this);
        }
    }

    /** The field is known to be absent. */
    record Absent() implements Atom {
        @Override
        public Fact fact() {
            return Fact.ABSENT;
        }
    }

    /** The field is not yet known. */
    record Unknown() implements Atom {
        private static final SortedSet<FactPath> SOMETHING =
                new TreeSet<>(Set.of(new FactPath(new FieldPath("", ""), FactPath.ONCE)));

        @Override
        public Fact fact() {
            return new Fact.Unknown(SOMETHING);
        }
    }

    /** A fact that stands for all of them. */
    Fact fact();

    default boolean unknown() {
        return this instanceof Unknown;
    }

    default boolean absent() {
        return this instanceof Absent;
    }
}
