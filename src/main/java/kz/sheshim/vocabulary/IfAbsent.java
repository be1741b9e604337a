package kz.sheshim.vocabulary;

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
}
