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

    /** An expression of other fields gives it. */
    record Computed(Expression expression) implements Derivation {
        @Override
        public List<FieldPath> sources() {
            return expression.reads();
        }

        @Override
        public String toString() {
            return expression.toString();
        }
    }
}
