package kz.sheshim.table;

import java.util.Objects;
import java.util.Optional;
import kz.sheshim.vocabulary.FieldPath;
import org.jspecify.annotations.Nullable;

/** What a rule concludes when it matches. */
public sealed interface Conclusion {

    /** Says the same as the other, whatever it cites. */
    default boolean sameAs(Conclusion other) {
        if (this instanceof OfGround ground && other instanceof OfGround that) {
            return ground.code().equals(that.code()) && Objects.equals(ground.subject(), that.subject());
        }
        return equals(other);
    }

    /** The field whose values are the subjects of this ground or notice; empty for another conclusion. */
    default Optional<FieldPath> subjectField(String ofCode) {
        Subject subject = null;
        if (this instanceof OfGround ground && ground.code().equals(ofCode)) {
            subject = ground.subject();
        } else if (this instanceof OfNotice notice && notice.code().equals(ofCode)) {
            subject = notice.subject();
        }
        return subject instanceof Subject.EachValueOf each ? Optional.of(each.field()) : Optional.empty();
    }

    /** The conclusion in one line, for people. */
    String text();

    /** A derived field has (or, for a list, includes) a value of its type. */
    record OfFact(FieldPath field, Object value) implements Conclusion {
        @Override
        public String text() {
            return field + " = " + value;
        }
    }

    /** A ground holds. */
    record OfGround(String code, @Nullable Subject subject, Citation citation) implements Conclusion {
        @Override
        public String text() {
            return code + (subject == null ? "" : " " + subject.text());
        }
    }

    /** A notice is given. */
    record OfNotice(String code, @Nullable Subject subject) implements Conclusion {
        @Override
        public String text() {
            return code + (subject == null ? "" : " " + subject.text());
        }
    }

    /** An action follows. */
    record OfAction(String code) implements Conclusion {
        @Override
        public String text() {
            return code;
        }
    }

    /** The term in working days from the day after the law's date. */
    record OfTerm(int workingDays) implements Conclusion {
        @Override
        public String text() {
            return workingDays + " working days";
        }
    }

    /** What a ground or notice is about. */
    sealed interface Subject {

        /** The subject in one line, for people. */
        String text();

        /** A code of the subjects' list. */
        record Named(String code) implements Subject {
            @Override
            public String text() {
                return code;
            }
        }

        /** Each value of a field. */
        record EachValueOf(FieldCondition.Scope scope, FieldPath field) implements Subject {
            @Override
            public String text() {
                return "each of " + field;
            }
        }
    }
}
