package kz.sheshim.adapter.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.facts.Entity;
import kz.sheshim.facts.Field;
import kz.sheshim.facts.FieldType;
import kz.sheshim.facts.IfAbsent;
import kz.sheshim.facts.Language;
import kz.sheshim.facts.Vocabulary;

/** The application as a JSON Schema (2020-12), made from the vocabulary. */
final class ApplicationContract {
    static final String SCHEMA = "Application";

    private ApplicationContract() {}

    static Map<String, Object> schema(Vocabulary vocabulary, Language language) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Entity entity : vocabulary.saidEntities()) {
            Map<String, Object> object = entity(vocabulary, entity, language);
            properties.put(
                    entity.name(), entity.many() ? Map.of("type", List.of("array", "null"), "items", object) : object);
            if (!entity.many() && object.containsKey("required")) {
                required.add(entity.name());
            }
        }
        return object(properties, required, true);
    }

    private static Map<String, Object> entity(Vocabulary vocabulary, Entity entity, Language language) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Field field : vocabulary.fields(entity)) {
            if (!field.derived()) {
                boolean refuse = field.ifAbsent() instanceof IfAbsent.Refuse;
                properties.put(field.path().field(), value(field, refuse, language));
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

    private static Map<String, Object> value(Field field, boolean required, Language language) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", field.label().in(language));
        FieldType type = field.type();
        List<String> types = new ArrayList<>(List.of(jsonType(type)));
        List<Object> codes = new ArrayList<>();
        if (type instanceof FieldType.Code code) {
            codes.addAll(code.codes().codes().keySet());
        } else if (type instanceof FieldType.Codes list) {
            schema.put("items", Map.of("enum", List.copyOf(list.codes().codes().keySet())));
        } else if (type instanceof FieldType.Text && required) {
            schema.put("minLength", 1);
        } else if (type instanceof FieldType.Date || type instanceof FieldType.DateTime) {
            schema.put("format", type.name());
        }
        if (!required) {
            types.add("null");
            if (!codes.isEmpty()) {
                codes.add("");
                codes.add(null);
            }
        }
        if (!codes.isEmpty()) {
            schema.put("enum", codes);
        } else {
            schema.put("type", types.size() == 1 ? types.get(0) : types);
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
