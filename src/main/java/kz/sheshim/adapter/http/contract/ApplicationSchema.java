package kz.sheshim.adapter.http.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.sheshim.vocabulary.Bounds;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The application as a JSON Schema (2020-12), made from the vocabulary: it lets in what the strict reading of applications lets in. What is not known may be absent, null, or an empty
 * text.
 */
public final class ApplicationSchema {
    public static final String SCHEMA = "Application";

    /** A text that says something, without U+0000. */
    private static final String TEXT = "^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$";

    /** For those who check no formats. There is no year 0. */
    private static final String DATE = "^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private static final String TIME = "T[0-9]{2}:[0-9]{2}:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})";
    private static final long MOST = 999_999_999_999_999_999L;

    private ApplicationSchema() {}

    public static Map<String, Object> schema(Vocabulary vocabulary, Language language) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Entity entity : vocabulary.submittedEntities()) {
            Map<String, Object> object = entity(vocabulary, entity, language);
            properties.put(entity.name(), entity.many() ? list(object) : object);
            if (!entity.many() && object.containsKey("required")) {
                required.add(entity.name());
            }
        }
        return object(properties, required, true);
    }

    private static Map<String, Object> list(Map<String, Object> object) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", List.of("array", "null"));
        object.put("type", "object");
        list.put("items", object);
        return list;
    }

    private static Map<String, Object> entity(Vocabulary vocabulary, Entity entity, Language language) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Field field : vocabulary.fields(entity)) {
            if (!field.derived()) {
                boolean refuse = field.ifAbsent() instanceof IfAbsent.Refuse;
                properties.put(field.path().field(), field(field, refuse, language));
                if (refuse) {
                    required.add(field.path().field());
                }
            }
        }
        return object(properties, required, !required.isEmpty());
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required, boolean mustBe) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", mustBe ? "object" : List.of("object", "null"));
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> field(Field field, boolean required, Language language) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", field.label().in(language));
        if (required) {
            schema.putAll(bounded(field));
        } else {
            List<@Nullable Object> unknown = new ArrayList<>();
            unknown.add("");
            unknown.add(null);
            schema.put("anyOf", List.of(bounded(field), Map.of("enum", unknown)));
        }
        return schema;
    }

    /** A schema can say the bounds of numbers, but neither those of dates nor those that another field says. */
    private static Map<String, Object> bounded(Field field) {
        Map<String, Object> schema = value(field.type());
        if (field.type() instanceof FieldType.Whole || field.type() instanceof FieldType.Decimal) {
            Bounds bounds = field.bounds();
            Optional.ofNullable(bounds.least())
                    .flatMap(Bounds.Bound::value)
                    .ifPresent(least -> schema.put("minimum", least));
            Optional.ofNullable(bounds.greatest())
                    .flatMap(Bounds.Bound::value)
                    .ifPresent(most -> schema.put("maximum", most));
        }
        return schema;
    }

    private static Map<String, Object> value(FieldType type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (type instanceof FieldType.Code code) {
            schema.put("enum", List.copyOf(code.codes().codes().keySet()));
            return schema;
        }
        schema.put("type", jsonType(type));
        if (type instanceof FieldType.Codes list) {
            schema.put("items", value(new FieldType.Code(list.codes())));
        } else if (type instanceof FieldType.Text) {
            schema.put("pattern", TEXT);
        } else if (type instanceof FieldType.Date) {
            schema.put("format", type.name());
            schema.put("pattern", DATE + "$");
        } else if (type instanceof FieldType.DateTime) {
            schema.put("format", type.name());
            schema.put("pattern", DATE + TIME + "$");
        } else if (!(type instanceof FieldType.YesNo)) {
            schema.put("minimum", -MOST);
            schema.put("maximum", MOST);
        }
        return schema;
    }

    private static String jsonType(FieldType type) {
        if (type instanceof FieldType.YesNo) {
            return "boolean";
        }
        if (type instanceof FieldType.Whole) {
            return "integer";
        }
        if (type instanceof FieldType.Decimal) {
            return "number";
        }
        return type instanceof FieldType.Codes ? "array" : "string";
    }
}
