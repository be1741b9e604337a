package kz.sheshim.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.sheshim.vocabulary.FieldPath;
import kz.sheshim.vocabulary.Phrase;
import org.jspecify.annotations.Nullable;

/** What a rule concludes when it matches. */
public sealed interface Conclusion {

    ConclusionKind kind();

    /** The code of the ground, notice or action; empty for another conclusion. */
    default String code() {
        return "";
    }

    /** The provisions behind it, the main one first; only a ground has them. */
    default List<Citation> citations() {
        return List.of();
    }

    /** What a ground or notice is about, if its rule names it; always empty for another conclusion. */
    default Optional<Subject> subject() {
        return Optional.empty();
    }

    /** Whether both conclude the same; two grounds may cite different provisions. */
    default boolean sameAs(Conclusion other) {
        return equals(other);
    }

    /** The conclusion in one line, for people. */
    String text();

    /** The text, for any language. */
    default Phrase phrase() {
        return Phrase.of("{0}", text());
    }

    /** A derived field has (or, for a list, includes) a value of its type. */
    record OfFact(FieldPath field, Object value) implements Conclusion {
        @Override
        public ConclusionKind kind() {
            return ConclusionKind.FACT;
        }

        @Override
        public String text() {
            return field + " = " + CellText.value(value);
        }
    }

    /**
     * A ground holds.
     *
     * @param citations the provisions behind it, the main one first
     */
    record OfGround(String code, @Nullable Subject about, List<Citation> citations) implements Conclusion {
        public OfGround {
            citations = List.copyOf(citations);
        }

        /** A ground with one citation. */
        public OfGround(String code, @Nullable Subject about, Citation citation) {
            this(code, about, List.of(citation));
        }

        @Override
        public ConclusionKind kind() {
            return ConclusionKind.GROUND;
        }

        @Override
        public Optional<Subject> subject() {
            return Optional.ofNullable(about);
        }

        @Override
        public boolean sameAs(Conclusion other) {
            return other instanceof OfGround that && code.equals(that.code) && Objects.equals(about, that.about);
        }

        @Override
        public String text() {
            return withSubject(code, about);
        }
    }

    /** A notice is given. */
    record OfNotice(String code, @Nullable Subject about) implements Conclusion {
        @Override
        public ConclusionKind kind() {
            return ConclusionKind.NOTICE;
        }

        @Override
        public Optional<Subject> subject() {
            return Optional.ofNullable(about);
        }

        @Override
        public String text() {
            return withSubject(code, about);
        }
    }

    /** An action follows. */
    record OfAction(String code) implements Conclusion {
        @Override
        public ConclusionKind kind() {
            return ConclusionKind.ACTION;
        }

        @Override
        public String text() {
            return code;
        }
    }

    /** The decision is due at the end of a term, counted from the day after the law's date. */
    record OfTerm(Term term) implements Conclusion {
        @Override
        public ConclusionKind kind() {
            return ConclusionKind.TERM;
        }

        @Override
        public String text() {
            return term.toString();
        }

        @Override
        public Phrase phrase() {
            return term.phrase();
        }
    }

    private static String withSubject(String code, @Nullable Subject subject) {
        return code + (subject == null ? "" : " " + subject.text());
    }

    /** What a ground or notice is about. */
    sealed interface Subject {

        /** The subject in one line, for people. */
        String text();

        /** The field whose values are the subjects; empty for a subject that is named. */
        default Optional<FieldPath> values() {
            return Optional.empty();
        }

        /** A code of the list of subjects. */
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

            @Override
            public Optional<FieldPath> values() {
                return Optional.of(field);
            }
        }
    }
}
