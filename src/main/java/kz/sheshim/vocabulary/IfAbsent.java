package kz.sheshim.vocabulary;

/** What it means that an application does not submit a field. */
public sealed interface IfAbsent {
    /** Whether the field has a value in every application. */
    default boolean always() {
        return false;
    }

    /** As a cell says it. */
    String word();

    /** As the form says it from which a revision is computed; MUST never change, or every revision does. */
    String canonical();

    /** The application is invalid without it. */
    record Refuse() implements IfAbsent {
        @Override
        public String word() {
            return "refuse";
        }

        @Override
        public String canonical() {
            return "Refuse";
        }

        @Override
        public boolean always() {
            return true;
        }
    }

    /** It is not yet known. */
    record NotKnown() implements IfAbsent {
        @Override
        public String word() {
            return "unknown";
        }

        @Override
        public String canonical() {
            return "NotKnown";
        }
    }

    /** The fact is known to be absent. */
    record None() implements IfAbsent {
        @Override
        public String word() {
            return "none";
        }

        @Override
        public String canonical() {
            return "None";
        }
    }

    /** The same as if the application had submitted this value. */
    record Means(Object value) implements IfAbsent {
        @Override
        public String word() {
            return String.valueOf(value);
        }

        @Override
        public String canonical() {
            return "means " + value;
        }

        @Override
        public boolean always() {
            return true;
        }
    }
}
