package kz.sheshim.adapter.drools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import kz.sheshim.table.Condition;
import kz.sheshim.table.Period;

/** Conditions as Drools constraints on one field of a pattern. */
final class Constraints {
    private Constraints() {}

    /** The constraint that the condition is not false: the field is unknown, or the condition holds. */
    static String notFalse(String field, Condition condition, boolean list) {
        return DeclaredTypes.unknownFlag(field) + " || (" + holds(field, condition, list) + ")";
    }

    /** The constraint that the condition holds for a field that is known. */
    static String holds(String field, Condition condition, boolean list) {
        if (condition instanceof Condition.OneOf oneOf) {
            return anyOf(field, oneOf.values());
        }
        if (condition instanceof Condition.NoneOf noneOf) {
            return noneOf(field, noneOf.values());
        }
        if (condition instanceof Condition.Includes includes) {
            return list
                    ? field + " != null && (" + containsAny(field, includes.values()) + ")"
                    : anyOf(field, includes.values());
        }
        if (condition instanceof Condition.Lacks lacks) {
            return list
                    ? field + " == null || !(" + containsAny(field, lacks.values()) + ")"
                    : noneOf(field, lacks.values());
        }
        if (condition instanceof Condition.Missing) {
            return field + " == null";
        }
        if (condition instanceof Condition.Present) {
            return field + " != null";
        }
        Condition.Between between = (Condition.Between) condition;
        StringBuilder constraint = new StringBuilder(field).append(" != null");
        if (between.low() != null) {
            constraint
                    .append(" && ")
                    .append(comparable(field, between.low().value()))
                    .append(between.low().included() ? " >= " : " > ")
                    .append(literal(between.low().value()));
        }
        if (between.high() != null) {
            constraint
                    .append(" && ")
                    .append(comparable(field, between.high().value()))
                    .append(between.high().included() ? " <= " : " < ")
                    .append(literal(between.high().value()));
        }
        return constraint.toString();
    }

    /** The constraint that the period contains the day. */
    static String inForce(String field, Period period) {
        Condition.Between between = new Condition.Between(
                period.from() == null ? null : new Condition.Between.Bound(period.from(), true),
                period.until() == null ? null : new Condition.Between.Bound(period.until(), true));
        return notFalse(field, between, false);
    }

    private static String anyOf(String field, Set<Object> values) {
        return values.stream().map(value -> equal(field, value, "==")).collect(Collectors.joining(" || "));
    }

    private static String noneOf(String field, Set<Object> values) {
        return values.stream().map(value -> equal(field, value, "!=")).collect(Collectors.joining(" && "));
    }

    private static String containsAny(String field, Set<Object> values) {
        return values.stream()
                .map(value -> field + ".contains(" + literal(value) + ")")
                .collect(Collectors.joining(" || "));
    }

    private static String equal(String field, Object value, String operator) {
        if (value instanceof LocalDate) {
            String different = operator.equals("==") ? field + " != null && " : field + " == null || ";
            return "(" + different + comparable(field, value) + " " + operator + " " + literal(value) + ")";
        }
        if (value instanceof String text && !plain(text)) {
            return TextKey.class.getName() + ".of(" + field + ") " + operator + " \"" + TextKey.of(text) + '"';
        }
        return field + " " + operator + " " + literal(value);
    }

    private static boolean plain(String text) {
        return text.matches("[A-Za-z0-9_ -]*");
    }

    private static String comparable(String field, Object value) {
        return value instanceof LocalDate ? DeclaredTypes.day(field) : field;
    }

    /** A literal of the rule language. */
    private static String literal(Object value) {
        if (value instanceof String text) {
            if (!plain(text)) {
                throw new IllegalArgumentException("cannot be written as a literal: " + text);
            }
            return '"' + text + '"';
        }
        if (value instanceof LocalDate date) {
            return date.toEpochDay() + "L";
        }
        if (value instanceof Long number) {
            return number + "L";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString() + "B";
        }
        return value.toString();
    }
}
