package kz.sheshim.adapter.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.sheshim.casework.RulesetUnusable;
import kz.sheshim.casework.Rulesets;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.facts.Language;
import kz.sheshim.ruleset.PolicySource;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Puts into the OpenAPI document what only the workbooks know: the application, with an example; and the form of problems. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class ApplicationInOpenApi implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Rulesets rulesets = CDI.current().select(Rulesets.class).get();
        Schema application;
        try {
            application = schema(ApplicationContract.schema(rulesets.inForce().vocabulary(), Language.EN));
        } catch (RulesetUnusable e) {
            application = OASFactory.createSchema().description("The workbooks cannot be used now: " + e.getMessage());
        }
        Schema described = application;
        CDI.current()
                .select(PolicySource.class)
                .get()
                .example()
                .map(CDI.current().select(JsonParser.class).get()::parse)
                .map(JsonParser.Parsed::value)
                .ifPresent(example -> described.setExamples(List.of(example)));
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema(ApplicationContract.SCHEMA, application);
        api.getComponents()
                .addResponse(
                        "Problem",
                        OASFactory.createAPIResponse()
                                .description("A problem (RFC 9457)")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType().schema(problem()))));
    }

    private static Schema problem() {
        Schema fault = schema(Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "path", Map.of("type", "string", "title", "JSONPath of the fault"),
                        "message", Map.of("type", "string"),
                        "nearest", Map.of("type", "string", "title", "the name that was perhaps meant"))));
        return schema(Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of(
                                "type", Map.of("type", "string", "format", "uri"),
                                "title", Map.of("type", "string"),
                                "status", Map.of("type", "integer"),
                                "detail", Map.of("type", "string"),
                                "instance", Map.of("type", "string"))))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(fault));
    }

    private static Schema schema(Map<?, ?> json) {
        Schema schema = OASFactory.createSchema();
        json.forEach((key, value) -> set(schema, (String) key, value));
        return schema;
    }

    private static void set(Schema schema, String key, Object value) {
        switch (key) {
            case "type" ->
                (value instanceof List<?> types ? types : List.of(String.valueOf(value)))
                        .forEach(type -> schema.addType(
                                Schema.SchemaType.valueOf(type.toString().toUpperCase(java.util.Locale.ROOT))));
            case "properties" ->
                ((Map<?, ?>) value)
                        .forEach((name, property) -> schema.addProperty((String) name, schema((Map<?, ?>) property)));
            case "items" -> schema.items(schema((Map<?, ?>) value));
            case "required" -> schema.required(texts(value));
            case "enum" -> schema.enumeration(new ArrayList<>((List<?>) value));
            case "additionalProperties" -> schema.additionalPropertiesBoolean((Boolean) value);
            case "title" -> schema.title((String) value);
            case "format" -> schema.format((String) value);
            case "minLength" -> schema.minLength((Integer) value);
            default -> throw new IllegalArgumentException("no member of the schema: " + key);
        }
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }
}
