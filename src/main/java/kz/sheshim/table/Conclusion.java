package kz.sheshim.table;

import kz.sheshim.facts.FieldPath;
import org.jspecify.annotations.Nullable;

/** What a rule concludes when it matches. {@link #toString} is its canonical text. */
public sealed interface Conclusion {

    /** A derived field has (or, for a list, includes) a value of its type. */
    record OfFact(FieldPath field, Object value) implements Conclusion {}

    /** A ground holds. */
    record OfGround(String code, @Nullable Subject subject, Citation citation) implements Conclusion {}

    /** A notice is given. */
    record OfNotice(String code, @Nullable Subject subject) implements Conclusion {}

    /** An action follows. */
    record OfAction(String code) implements Conclusion {}

    /** The term in working days from the day after the law's date. */
    record OfTerm(int workingDays) implements Conclusion {}

    /** What a ground or notice is about. */
    sealed interface Subject {
        /** A code of the subjects' list. */
        record Named(String code) implements Subject {}

        /** Each value of a field. */
        record EachValueOf(FieldCondition.Scope scope, FieldPath field) implements Subject {}
    }
}
