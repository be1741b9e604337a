package kz.sheshim.vocabulary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a value is computed from facts, as a tree whose types fit. {@link #toString} is its canonical text, which reads as the same expression again.
 *
 * <p>A fact of an entity that occurs many times is that of one instance: inside {@link Over} the instance that is looked at, elsewhere the instance of the
 * field that is derived.
 */
public sealed interface Expression {

    /** The expressions that it is made of. */
    default List<Expression> parts() {
        return List.of();
    }

    /**
     * The same kind of expression, made of others.
     *
     * @param parts as many as it has, and of the same types
     */
    default Expression with(List<Expression> parts) {
        return this;
    }

    /** The fields that it reads. */
    default List<FieldPath> reads() {
        Set<FieldPath> reads = new LinkedHashSet<>();
        parts().forEach(part -> reads.addAll(part.reads()));
        return new ArrayList<>(reads);
    }

    /** Whether it has a value whenever all facts that it reads have one. */
    default boolean total() {
        return false;
    }

    /** A value that is written. */
    record Value(Object value) implements Expression {
        @Override
        public boolean total() {
            return true;
        }

        @Override
        public String toString() {
            return text(value);
        }
    }

    /** The fact of a field. */
    record FactOf(FieldPath field) implements Expression {
        @Override
        public List<FieldPath> reads() {
            return List.of(field);
        }

        @Override
        public boolean total() {
            return true;
        }

        @Override
        public String toString() {
            return field.toString();
        }
    }

    /** How two values stand to each other. */
    record Compared(Expression left, Operator operator, Expression right) implements Expression {

        /** The ways in which two values are compared. */
        public enum Operator {
            EQUAL("="),
            NOT_EQUAL("!="),
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

            /** Whether only values that have an order can be compared by it. */
            public boolean ordering() {
                return this != EQUAL && this != NOT_EQUAL;
            }

            /** @param order negative, zero or positive: how the left value stands to the right one */
            public boolean holds(int order) {
                return switch (this) {
                    case EQUAL -> order == 0;
                    case NOT_EQUAL -> order != 0;
                    case BELOW -> order < 0;
                    case NOT_ABOVE -> order <= 0;
                    case ABOVE -> order > 0;
                    case NOT_BELOW -> order >= 0;
                };
            }
        }

        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Compared(parts.get(0), operator, parts.get(1));
        }

        @Override
        public String toString() {
            return inner(left) + " " + operator.sign() + " " + inner(right);
        }
    }

    /** The value is one of these. */
    record OneOf(Expression of, Set<Object> values) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new OneOf(parts.get(0), values);
        }

        @Override
        public String toString() {
            return inner(of) + " in (" + texts(values) + ")";
        }
    }

    /** A list has this value among its own. */
    record Includes(Expression list, Expression value) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(list, value);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Includes(parts.get(0), parts.get(1));
        }

        @Override
        public String toString() {
            return inner(list) + " includes " + inner(value);
        }
    }

    /** There is a value. */
    record Present(Expression of) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Present(parts.get(0));
        }

        @Override
        public String toString() {
            return inner(of) + " is present";
        }
    }

    /** The day works by the calendar. */
    record Works(Expression day) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(day);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Works(parts.get(0));
        }

        @Override
        public String toString() {
            return inner(day) + " is a working day";
        }
    }

    /** All of these hold. */
    record And(List<Expression> parts) implements Expression {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new And(parts);
        }

        @Override
        public String toString() {
            return parts.stream().map(Expression::inner).collect(Collectors.joining(" and "));
        }
    }

    /** One of these holds. */
    record Or(List<Expression> parts) implements Expression {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Or(parts);
        }

        @Override
        public String toString() {
            return parts.stream().map(Expression::inner).collect(Collectors.joining(" or "));
        }
    }

    /** This does not hold. */
    record Not(Expression of) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Not(parts.get(0));
        }

        @Override
        public String toString() {
            return "not " + inner(of);
        }
    }

    /** Two numbers, added, subtracted, multiplied or divided. */
    record Calculated(Expression left, Sign sign, Expression right) implements Expression {

        /** What is done with two numbers. */
        public enum Sign {
            PLUS("+"),
            MINUS("-"),
            TIMES("*"),
            DIVIDED("/");

            private final String written;

            Sign(String written) {
                this.written = written;
            }

            public String written() {
                return written;
            }
        }

        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Calculated(parts.get(0), sign, parts.get(1));
        }

        @Override
        public String toString() {
            return inner(left) + " " + sign.written() + " " + inner(right);
        }
    }

    /** What a distance of time is counted in. */
    enum Unit {
        DAYS("days"),
        MONTHS("months"),
        YEARS("years"),
        WORKING_DAYS("working days");

        private final String written;

        Unit(String written) {
            this.written = written;
        }

        public String written() {
            return written;
        }
    }

    /** The day that lies so many units after (or before) a day; no working days after it: itself, or the next that works. */
    record Shifted(Expression day, boolean back, Expression number, Unit unit) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(day, number);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Shifted(parts.get(0), back, parts.get(1), unit);
        }

        @Override
        public String toString() {
            return inner(day) + (back ? " - " : " + ") + inner(number) + " " + unit.written();
        }
    }

    /** The number of whole units from one day to another; of working days: those after the first day up to the last one. */
    record Distance(Unit unit, Expression from, Expression to) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(from, to);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Distance(unit, parts.get(0), parts.get(1));
        }

        @Override
        public String toString() {
            return unit.written() + " from " + inner(from) + " to " + inner(to);
        }
    }

    /** A part of a day, or of a moment in the time zone of the calendar. */
    record PartOf(Part part, Expression of) implements Expression {

        /** The parts, by their names. */
        public enum Part {
            DATE("date"),
            HOUR("hour"),
            MINUTE("minute"),
            YEAR("year"),
            MONTH("month"),
            DAY("day"),
            /** From 1, Monday, to 7, Sunday. */
            WEEKDAY("weekday");

            private final String written;

            Part(String written) {
                this.written = written;
            }

            public String written() {
                return written;
            }

            /** Whether only a moment has this part. */
            public boolean ofMoment() {
                return this == DATE || this == HOUR || this == MINUTE;
            }
        }

        @Override
        public List<Expression> parts() {
            return List.of(of);
        }

        @Override
        public boolean total() {
            return of.total();
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new PartOf(part, parts.get(0));
        }

        @Override
        public String toString() {
            return part.written() + " of " + inner(of);
        }
    }

    /** One of two values. */
    record Choice(Expression condition, Expression then, Expression otherwise) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(condition, then, otherwise);
        }

        @Override
        public boolean total() {
            return then.total() && otherwise.total();
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Choice(parts.get(0), parts.get(1), parts.get(2));
        }

        @Override
        public String toString() {
            return "if " + inner(condition) + " then " + inner(then) + " else " + inner(otherwise);
        }
    }

    /**
     * What is told of the instances of an entity.
     *
     * @param field whose values count; null where instances do
     * @param where what must hold for an instance to count, or what holds for any or all; null: every instance counts
     */
    record Over(Kind kind, String entity, @Nullable FieldPath field, @Nullable Expression where) implements Expression {

        /** What is told, by its words. */
        public enum Kind {
            COUNT("count of"),
            COUNT_DIFFERENT("count of different"),
            SUM("sum of"),
            LEAST("min of"),
            GREATEST("max of"),
            ANY("any of"),
            ALL("all of");

            private final String written;

            Kind(String written) {
                this.written = written;
            }

            public String written() {
                return written;
            }
        }

        @Override
        public List<Expression> parts() {
            List<Expression> parts = new ArrayList<>();
            if (field != null) {
                parts.add(new FactOf(field));
            }
            if (where != null) {
                parts.add(where);
            }
            return parts;
        }

        @Override
        public Expression with(List<Expression> parts) {
            return where == null ? this : new Over(kind, entity, field, parts.get(parts.size() - 1));
        }

        @Override
        public String toString() {
            if (kind == Kind.COUNT
                    && where instanceof Compared compared
                    && compared.operator() == Compared.Operator.EQUAL
                    && compared.left() instanceof FactOf fact
                    && fact.field().entity().equals(entity)
                    && compared.right() instanceof Value value) {
                return kind.written() + " " + fact + ": " + value;
            }
            return kind.written() + " " + (field == null ? entity : field) + (where == null ? "" : ": " + where);
        }
    }

    /** In brackets, where it is made of parts that could be read as those of what is around it. */
    private static String inner(Expression part) {
        return part instanceof Value || part instanceof FactOf ? part.toString() : "(" + part + ")";
    }

    private static String texts(Collection<Object> values) {
        return values.stream().map(Expression::text).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
