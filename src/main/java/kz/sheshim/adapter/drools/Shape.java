package kz.sheshim.adapter.drools;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.sheshim.table.Condition;
import kz.sheshim.table.Condition.Between;
import kz.sheshim.table.DecisionTable;
import kz.sheshim.table.FieldCondition;
import kz.sheshim.table.FieldCondition.Scope;
import kz.sheshim.table.Rule;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Vocabulary;

/**
 * What rows have in common that differ in nothing but their values: the facts that they read and how they compare them. All rows of a shape share one Drools rule, which compares the
 * facts with the row's own values ({@link RowValues}).
 */
record Shape(List<Column> columns) {

    /** A column of the shape: a field, which of its facts are read, and how they are compared. */
    record Column(Field field, Scope scope, Comparison comparison) {
        String entity() {
            return field.path().entity();
        }
    }

    /** How facts are compared with the values of a row. */
    enum Comparison {
        ONE_OF,
        NONE_OF,
        INCLUDES,
        LACKS,
        MISSING,
        PRESENT,
        FROM,
        ABOVE,
        UP_TO,
        BELOW,
        FROM_UP_TO;

        static Comparison of(Condition condition, boolean many) {
            if (condition instanceof Condition.OneOf) {
                return ONE_OF;
            } else if (condition instanceof Condition.NoneOf) {
                return NONE_OF;
            } else if (condition instanceof Condition.Includes) {
                return many ? INCLUDES : ONE_OF;
            } else if (condition instanceof Condition.Lacks) {
                return many ? LACKS : NONE_OF;
            } else if (condition instanceof Condition.Missing) {
                return MISSING;
            } else if (condition instanceof Condition.Present) {
                return PRESENT;
            }
            return of((Between) condition);
        }

        private static Comparison of(Between between) {
            if (between.low() != null && between.high() != null) {
                return FROM_UP_TO;
            }
            boolean included = between.bounds().get(0).included();
            if (between.high() == null) {
                return included ? FROM : ABOVE;
            }
            return included ? UP_TO : BELOW;
        }

        /** The operator that compares with the lower bound; empty without one. */
        String low() {
            return switch (this) {
                case FROM, FROM_UP_TO -> ">=";
                case ABOVE -> ">";
                default -> "";
            };
        }

        /** The operator that compares with the upper bound; empty without one. */
        String high() {
            return switch (this) {
                case UP_TO, FROM_UP_TO -> "<=";
                case BELOW -> "<";
                default -> "";
            };
        }
    }

    Shape {
        columns = List.copyOf(columns);
    }

    /** A row taken apart into what it shares with others and what is its own. */
    record Row(Shape shape, List<Condition> conditions) {}

    static Row of(DecisionTable table, Rule rule, Vocabulary vocabulary) {
        List<Column> columns = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        for (FieldCondition cell : table.conditions(rule)) {
            Field field = vocabulary.field(cell.field()).orElseThrow();
            boolean many = cell.scope() == Scope.ALL || field.type().list();
            columns.add(new Column(field, cell.scope(), Comparison.of(cell.condition(), many)));
            conditions.add(cell.condition());
        }
        return new Row(new Shape(columns), conditions);
    }

    /** The constraint that the condition is not false. */
    static String notFalse(int place, Column column) {
        String values = DeclaredTypes.VALUES + ".values( " + place + " )";
        String value = value(column);
        String unknown = unknown(column);
        return switch (column.comparison()) {
            case ONE_OF -> unknown + " || " + values + " contains " + value;
            case NONE_OF -> unknown + " || !( " + values + " contains " + value + " )";
            case INCLUDES ->
                unknown + " || ( " + value + " != null && !Collections.disjoint( " + values + ", " + value + " ) )";
            case LACKS ->
                column.scope() == Scope.ALL
                        ? "Collections.disjoint( " + values + ", " + value + " )"
                        : unknown + " || " + value + " == null || Collections.disjoint( " + values + ", " + value
                                + " )";
            case MISSING -> unknown + " || " + value + " == null";
            case PRESENT -> unknown + " || " + value + " != null";
            default -> unknown + " || ( " + between(place, column) + " )";
        };
    }

    private static String between(int place, Column column) {
        FieldType type = column.field().type();
        String kind = type instanceof FieldType.Decimal ? "Decimal" : "";
        String compared = type instanceof FieldType.Date
                ? column.entity() + "."
                        + DeclaredTypes.day(column.field().path().field())
                : value(column);
        List<String> parts = new ArrayList<>(List.of(value(column) + " != null"));
        if (!column.comparison().low().isEmpty()) {
            parts.add(compared + " " + column.comparison().low() + " " + DeclaredTypes.VALUES + ".low" + kind + "( "
                    + place + " )");
        }
        if (!column.comparison().high().isEmpty()) {
            parts.add(compared + " " + column.comparison().high() + " " + DeclaredTypes.VALUES + ".high" + kind + "( "
                    + place + " )");
        }
        return String.join(" && ", parts);
    }

    private static String holder(Column column) {
        return column.scope() == Scope.ALL ? DeclaredTypes.all(column.entity()) : column.entity();
    }

    private static String value(Column column) {
        return holder(column) + "." + column.field().path().field();
    }

    private static String unknown(Column column) {
        return holder(column) + "."
                + DeclaredTypes.unknownFlag(column.field().path().field());
    }

    /** The Java expression that a condition which is not false is unknown. */
    private static String open(int place, Column column) {
        String holder = "$row." + getter("get", holder(column)) + ".";
        String field = column.field().path().field();
        return column.scope() == Scope.ALL && column.comparison() == Comparison.INCLUDES
                ? "Collections.disjoint( $row." + getter("get", DeclaredTypes.VALUES) + ".values( " + place + " ), "
                        + holder + getter("get", field) + " )"
                : holder + getter("is", DeclaredTypes.unknownFlag(field));
    }

    private static String getter(String prefix, String name) {
        return prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "()";
    }

    /** The rule of the shape, of this name and number. */
    String drl(String name, int number) {
        Set<String> open = new LinkedHashSet<>();
        List<String> constraints = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            constraints.add("( " + notFalse(place, columns.get(place)) + " )");
            open.add(open(place, columns.get(place)));
        }
        return """
                rule "%s"
                    dialect "java"
                when
                    $row : %s( %s == %d%s )
                then
                    $row.%s.matches( %s );
                end

                """
                .formatted(
                        name,
                        DeclaredTypes.ROW,
                        DeclaredTypes.SHAPE,
                        number,
                        constraints.isEmpty() ? "" : ",\n        " + String.join("\n        && ", constraints),
                        getter("get", DeclaredTypes.ANSWER),
                        open.isEmpty() ? "false" : open.stream().collect(Collectors.joining("\n        || ")));
    }
}
