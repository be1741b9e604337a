package kz.sheshim.adapter.drools;

import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Vocabulary;

/**
 * The vocabulary as Drools type declarations: one type for each entity, with its fields.
 *
 * <p>Beside each field stands a flag that says that it is not yet known; a field that is absent or unknown is null. Beside a date stands its number, for the rules of tables.
 * {@code instance_index} is the place of the instance in the application. For an entity that occurs many times a second type holds, for each field, the values of all instances. The underscores
 * keep all these names apart from those of the vocabulary.
 *
 * <p>A {@code Proposed_row} is a row of a table that may match, with the facts that it is matched against.
 */
final class DeclaredTypes {
    static final String PACKAGE = "sheshim.rules";
    static final String INDEX = "instance_index";
    static final String ROW = "Proposed_row";
    static final String SHAPE = "row_shape";
    static final String VALUES = "row_values";
    static final String ANSWER = "row_answer";

    private DeclaredTypes() {}

    /** The name of the flag that says that the field is unknown. */
    static String unknownFlag(String field) {
        return "unknown_" + field;
    }

    /** The name of the date as a number, the days since 1970-01-01, which is compared more cheaply. */
    static String day(String field) {
        return "day_" + field;
    }

    /** The type that holds the values of all instances of an entity. */
    static String typeOfAll(Entity entity) {
        return entity.type() + "_all";
    }

    /** The member of a proposed row that holds the values of all instances of an entity. */
    static String all(String entity) {
        return "all_" + entity;
    }

    static String drl(Vocabulary vocabulary) {
        StringBuilder drl = new StringBuilder("package ").append(PACKAGE).append("\n\n");
        vocabulary.entities().forEach(entity -> declare(entity, vocabulary, drl));
        drl.append("declare ").append(ROW).append('\n');
        member(SHAPE, "int", drl);
        member(VALUES, RowValues.class.getName(), drl);
        member(ANSWER, Answer.class.getName(), drl);
        for (Entity entity : vocabulary.entities()) {
            member(entity.name(), entity.type(), drl);
            if (entity.many()) {
                member(all(entity.name()), typeOfAll(entity), drl);
            }
        }
        return drl.append("end\n").toString();
    }

    private static void declare(Entity entity, Vocabulary vocabulary, StringBuilder drl) {
        drl.append("declare ").append(entity.type()).append('\n');
        member(INDEX, "int", drl);
        for (Field field : vocabulary.fields(entity)) {
            String name = field.path().field();
            member(name, javaType(field.type()), drl);
            member(unknownFlag(name), "boolean", drl);
            if (field.type() instanceof FieldType.Date) {
                member(day(name), "long", drl);
            }
        }
        drl.append("end\n\n");
        if (entity.many()) {
            drl.append("declare ").append(typeOfAll(entity)).append('\n');
            for (Field field : vocabulary.fields(entity)) {
                member(field.path().field(), "java.util.Set", drl);
                member(unknownFlag(field.path().field()), "boolean", drl);
            }
            drl.append("end\n\n");
        }
    }

    private static void member(String name, String type, StringBuilder drl) {
        drl.append("    ").append(name).append(" : ").append(type).append('\n');
    }

    private static String javaType(FieldType type) {
        return switch (type.kind()) {
            case TEXT, CODE -> "String";
            case CODES -> "java.util.List";
            case DATE -> "java.time.LocalDate";
            case DATE_TIME -> "java.time.OffsetDateTime";
            case YES_NO -> "Boolean";
            case WHOLE -> "Long";
            case DECIMAL -> "java.math.BigDecimal";
        };
    }
}
