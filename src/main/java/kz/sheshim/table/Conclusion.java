package kz.sheshim.table;

import kz.sheshim.facts.FieldPath;
import org.jspecify.annotations.Nullable;

/** What a rule concludes when it matches. */
public sealed interface Conclusion {

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
