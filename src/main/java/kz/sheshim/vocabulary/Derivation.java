package kz.sheshim.vocabulary;

import java.util.List;
import java.util.stream.Collectors;

/** How a field is derived that no application submits and no table concludes. {@link #toString} is its canonical text. */
public sealed interface Derivation {

    /** The fields that it is derived from; when one of them is unknown, so is the derived fact. */
    List<FieldPath> sources();

    /** rules/*.drl derive it. */
    record ByRules(List<FieldPath> sources) implements Derivation {
        public ByRules {
            sources = List.copyOf(sources);
        }

        @Override
        public String toString() {
            return sources.stream().map(FieldPath::toString).sorted().collect(Collectors.joining(", "));
        }
    }

    /**
     * A rule of rules/*.drl holds. The field is made for the rule, and no workbook names it: the column of a table is bound to the rule.
     *
     * @param rule its name
     */
    record Holds(String rule, List<FieldPath> sources) implements Derivation {
        public Holds {
            sources = List.copyOf(sources);
        }

        @Override
        public String toString() {
            return "rule " + rule + ": "
                    + sources.stream().map(FieldPath::toString).sorted().collect(Collectors.joining(", "));
        }
    }

    /** Whether the first of two values stands to the second as the operator says; neither when one of them is absent. */
    record Comparison(FieldPath left, Operator operator, FieldPath right) implements Derivation {

        /** How two values of an ordered type stand to each other. */
        public enum Operator {
            BELOW("<"),
            NOT_ABOVE("<="),
            ABOVE(">"),
            NOT_BELOW(">=");

            private final String sign;

            Operator(String sign) {
                this.sign = sign;
            }

            public String sign() {
                return sign;
            }

            /** Of two values of one type. */
            @SuppressWarnings("unchecked")
            public boolean holds(Object left, Object right) {
                int order = ((Comparable<Object>) left).compareTo(right);
                return switch (this) {
                    case BELOW -> order < 0;
                    case NOT_ABOVE -> order <= 0;
                    case ABOVE -> order > 0;
                    case NOT_BELOW -> order >= 0;
                };
            }
        }

        @Override
        public List<FieldPath> sources() {
            return List.of(left, right);
        }

        @Override
        public String toString() {
            return left + " " + operator.sign() + " " + right;
        }
    }

    /** How many instances of an entity have this value in a field. */
    record Count(FieldPath counted, Object value) implements Derivation {
        @Override
        public List<FieldPath> sources() {
            return List.of(counted);
        }

        @Override
        public String toString() {
            return "count of " + counted + ": " + value;
        }
    }
}
