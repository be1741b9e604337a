package kz.sheshim.vocabulary;

/** What it means that an application does not submit a field. */
public sealed interface IfAbsent {
    /** Whether the field has a value in every application. */
    default boolean always() {
        return false;
    }

    /** The application is invalid without it. */
    record Refuse() implements IfAbsent {
        @Override
        public boolean always() {
            return true;
        }
    }

    /** It is not yet known. */
    record NotKnown() implements IfAbsent {}

    /** The fact is known to be absent. */
    record None() implements IfAbsent {}

    /** The same as if the application had submitted this value. */
    record Means(Object value) implements IfAbsent {
        @Override
        public boolean always() {
            return true;
        }
    }
}
