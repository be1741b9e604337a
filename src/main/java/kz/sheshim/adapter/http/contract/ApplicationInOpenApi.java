package kz.sheshim.adapter.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.inject.spi.CDI;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.PolicySource;
import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.vocabulary.Language;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Puts into the OpenAPI document what only the workbooks know: the {@linkplain ApplicationSchema application} without its blanks, each entity under a name of its own, and an example.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class ApplicationInOpenApi implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Schema application = application(api.getComponents());
        CDI.current()
                .select(PolicySource.class)
                .get()
                .example()
                .map(CDI.current().select(JsonParser.class).get()::parse)
                .map(JsonParser.Parsed::value)
                .ifPresent(example -> application.setExamples(List.of(example)));
        api.getComponents().addSchema(ApplicationSchema.SCHEMA, application);
    }

    private static Schema application(Components components) {
        try {
            Ruleset ruleset = CDI.current().select(Rulesets.class).get().inForce();
            Language language = ruleset.policy().languages().closest(Language.ENGLISH);
            Schema application = schema(ApplicationSchema.of(ruleset.vocabulary(), language, false));
            Map.copyOf(application.getProperties())
                    .forEach((entity, facts) -> application.addProperty(entity, named(entity, facts, components)));
            return application;
        } catch (RulesetUnusable e) {
            return OASFactory.createSchema()
                    .addType(SchemaType.OBJECT)
                    .description("The workbooks cannot be used: " + e.getMessage());
        }
    }

    /** A reference to the facts of an entity, or a list of such references. */
    private static Schema named(String entity, Schema facts, Components components) {
        if (facts.getItems() != null) {
            return facts.items(named(entity, facts.getItems(), components));
        }
        String name = entity.substring(0, 1).toUpperCase(Locale.ROOT) + entity.substring(1) + "Facts";
        components.addSchema(name, facts);
        return OASFactory.createSchema().ref(name);
    }

    /** The JSON Schema as one of OpenAPI. Clients know a date by its format: a pattern beside it would be checked on a value that is no text for them. */
    private static Schema schema(Map<?, ?> json) {
        Schema schema = OASFactory.createSchema();
        json.forEach((key, value) -> {
            switch (key.toString()) {
                case "type" ->
                    schema.addType(SchemaType.valueOf(value.toString().toUpperCase(Locale.ROOT)));
                case "title" -> schema.title(value.toString());
                case "format" -> schema.format(value.toString());
                case "pattern" -> schema.pattern(json.containsKey("format") ? null : value.toString());
                case "minimum" -> schema.minimum(new BigDecimal(value.toString()));
                case "maximum" -> schema.maximum(new BigDecimal(value.toString()));
                case "enum" -> schema.enumeration(new ArrayList<>((List<?>) value));
                case "items" -> schema.items(schema((Map<?, ?>) value));
                case "properties" ->
                    ((Map<?, ?>) value)
                            .forEach((name, each) -> schema.addProperty(name.toString(), schema((Map<?, ?>) each)));
                case "required" -> ((List<?>) value).forEach(name -> schema.addRequired(name.toString()));
                case "additionalProperties" -> schema.additionalPropertiesBoolean((Boolean) value);
                default -> {}
            }
        });
        return schema;
    }
}
