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
        if (field.type().ofNumbers()) {
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
        switch (type.kind()) {
            case TEXT -> schema.put("pattern", TEXT);
            case CODE -> schema.put("enum", type.allValues().orElseThrow());
            case CODES ->
                schema.put("items", value(new FieldType.Code(type.codeList().orElseThrow())));
            case DATE -> {
                schema.put("format", type.name());
                schema.put("pattern", DATE + "$");
            }
            case DATE_TIME -> {
                schema.put("format", type.name());
                schema.put("pattern", DATE + TIME + "$");
            }
            case YES_NO -> {}
            case WHOLE -> {
                schema.put("format", "int64");
                limit(schema);
            }
            case DECIMAL -> limit(schema);
        }
        return schema;
    }

    private static void limit(Map<String, Object> schema) {
        schema.put("minimum", -MAX);
        schema.put("maximum", MAX);
    }

    private static String jsonType(FieldType type) {
        return switch (type.kind()) {
            case TEXT, CODE, DATE, DATE_TIME -> "string";
            case CODES -> "array";
            case YES_NO -> "boolean";
            case WHOLE -> "integer";
            case DECIMAL -> "number";
        };
    }
}
