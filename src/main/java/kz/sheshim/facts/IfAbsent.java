package kz.sheshim.facts;

/** What it means that an application does not say a field. */
public sealed interface IfAbsent {

    /** The application is invalid without it. */
    record Refuse() implements IfAbsent {}

    /** It is not yet known. */
    record NotKnown() implements IfAbsent {}

    /** There is none. */
    record None() implements IfAbsent {}

    /** The same as if it said this value. */
    record Means(Object value) implements IfAbsent {}

    /** The fact that stands for a field which is not said. */
    default Fact fact(FactPath path) {
        if (this instanceof Means means) {
            return new Fact.Known(means.value());
        }
        if (this instanceof None) {
            return Fact.ABSENT;
        }
        return new Fact.Unknown(new java.util.TreeSet<>(java.util.Set.of(path)));
    }
}
