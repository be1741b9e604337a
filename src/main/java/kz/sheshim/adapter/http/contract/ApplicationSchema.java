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
 * The application as a JSON Schema (2020-12), made from the vocabulary: it lets in what the strict reading of applications lets in. What is not known may be absent; whether it may also be
 * null or an empty text, which says the same, is up to who asks for the schema.
 */
public final class ApplicationSchema {
    public static final String SCHEMA = "Application";

    /** A text that says something, without U+0000. */
    private static final String TEXT = "^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$";

    /** For those who check no formats. There is no year 0. */
    private static final String DATE = "^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private static final String TIME = "T[0-9]{2}:[0-9]{2}:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})";
    private static final long MAX = 999_999_999_999_999_999L;

    private final Vocabulary vocabulary;
    private final Language language;
    private final boolean blanks;

    private ApplicationSchema(Vocabulary vocabulary, Language language, boolean blanks) {
        this.vocabulary = vocabulary;
        this.language = language;
        this.blanks = blanks;
    }

    /** @param blanks whether null and an empty text may stand for what is not known; they blur the types that clients are generated from */
    public static Map<String, Object> of(Vocabulary vocabulary, Language language, boolean blanks) {
        return new ApplicationSchema(vocabulary, language, blanks).application();
    }

    private Map<String, Object> application() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Entity entity : vocabulary.submittedEntities()) {
            Map<String, Object> object = entity(entity);
            properties.put(entity.name(), entity.many() ? list(object) : object);
            if (!entity.many() && object.containsKey("required")) {
                required.add(entity.name());
            }
        }
        return object(properties, required, true);
    }

    private Map<String, Object> list(Map<String, Object> object) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", type("array", false));
        object.put("type", "object");
        list.put("items", object);
        return list;
    }

    private Map<String, Object> entity(Entity entity) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Field field : vocabulary.fields(entity)) {
            if (!field.derived()) {
                boolean refuse = field.ifAbsent() instanceof IfAbsent.Refuse;
                properties.put(field.path().field(), field(field, refuse));
                if (refuse) {
                    required.add(field.path().field());
                }
            }
        }
        Map<String, Object> object = object(properties, required, !required.isEmpty());
        object.put("title", entity.label().in(language));
        return object;
    }

    private Map<String, Object> object(Map<String, Object> properties, List<String> required, boolean mustBe) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type("object", mustBe));
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("additionalProperties", false);
        return object;
    }

    private Object type(String type, boolean mustBe) {
        return mustBe || !blanks ? type : List.of(type, "null");
    }

    private Map<String, Object> field(Field field, boolean required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", field.label().in(language));
        if (required || !blanks) {
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
        schema.put("type", jsonType(type));
        if (type instanceof FieldType.Code code) {
            schema.put("enum", List.copyOf(code.codes().codes().keySet()));
        } else if (type instanceof FieldType.Codes list) {
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
            if (type instanceof FieldType.Whole) {
                schema.put("format", "int64");
            }
            schema.put("minimum", -MAX);
            schema.put("maximum", MAX);
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
