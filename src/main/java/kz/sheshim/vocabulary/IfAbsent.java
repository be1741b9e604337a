package kz.sheshim.vocabulary;

/** What it means that an application does not submit a field. */
public sealed interface IfAbsent {

    /** The application is invalid without it. */
    record Refuse() implements IfAbsent {}

    /** It is not yet known. */
    record NotKnown() implements IfAbsent {}

    /** The fact is known to be absent. */
    record None() implements IfAbsent {}

    /** The same as if the application had submitted this value. */
    record Means(Object value) implements IfAbsent {}
}
