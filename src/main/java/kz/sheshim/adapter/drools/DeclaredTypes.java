package kz.sheshim.adapter.drools;

import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.Vocabulary;

/**
 * The vocabulary as Drools type declarations: one type for each entity, with its fields. Beside each field stands a flag that says that it is not yet known;
 * a field that is absent or unknown is null. Beside a date stands its number, for the rules of tables. {@code instance_index} is the place of the instance in the application. The underscores keep them apart from the fields.
 */
final class DeclaredTypes {
    static final String PACKAGE = "sheshim.rules";
    static final String INDEX = "instance_index";

    private DeclaredTypes() {}

    /** The name of the flag that says that the field is unknown. */
    static String unknownFlag(String field) {
        return "unknown_" + field;
    }

    /** The name of the date as a number, the days since 1970-01-01, which is compared more cheaply. */
    static String day(String field) {
        return "day_" + field;
    }

    static String drl(Vocabulary vocabulary) {
        StringBuilder drl = new StringBuilder("package ").append(PACKAGE).append("\n\n");
        for (Entity entity : vocabulary.entities()) {
            drl.append("declare ").append(entity.type()).append('\n');
            drl.append("    ").append(INDEX).append(" : int\n");
            for (Field field : vocabulary.fields(entity)) {
                String name = field.path().field();
                drl.append("    ")
                        .append(name)
                        .append(" : ")
                        .append(javaType(field.type()))
                        .append('\n');
                drl.append("    ").append(unknownFlag(name)).append(" : boolean\n");
                if (field.type() instanceof FieldType.Date) {
                    drl.append("    ").append(day(name)).append(" : long\n");
                }
            }
            drl.append("end\n\n");
        }
        return drl.toString();
    }

    private static String javaType(FieldType type) {
        if (type instanceof FieldType.Text || type instanceof FieldType.Code) {
            return "String";
        }
        if (type instanceof FieldType.Codes) {
            return "java.util.List";
        }
        if (type instanceof FieldType.Date) {
            return "java.time.LocalDate";
        }
        if (type instanceof FieldType.DateTime) {
            return "java.time.OffsetDateTime";
        }
        if (type instanceof FieldType.YesNo) {
            return "Boolean";
        }
        return type instanceof FieldType.Whole ? "Long" : "java.math.BigDecimal";
    }
}
