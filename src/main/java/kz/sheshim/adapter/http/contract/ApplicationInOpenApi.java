package kz.sheshim.adapter.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.sheshim.facts.JsonParser;
import kz.sheshim.publication.PolicySource;
import kz.sheshim.publication.RulesetUnusable;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.vocabulary.Entity;
import kz.sheshim.vocabulary.Field;
import kz.sheshim.vocabulary.FieldType;
import kz.sheshim.vocabulary.IfAbsent;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Vocabulary;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Puts into the OpenAPI document what only the workbooks know: the application, with an example. What is not known is left out of it: that null or an empty text says the same, as
 * {@link ApplicationSchema} does, would only blur the types that clients are generated from.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class ApplicationInOpenApi implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Schema application = OASFactory.createSchema().addType(SchemaType.OBJECT);
        try {
            describe(
                    CDI.current().select(Rulesets.class).get().inForce().vocabulary(),
                    application,
                    api.getComponents());
        } catch (RulesetUnusable e) {
            application.description("The workbooks cannot be used: " + e.getMessage());
        }
        CDI.current()
                .select(PolicySource.class)
                .get()
                .example()
                .map(CDI.current().select(JsonParser.class).get()::parse)
                .map(JsonParser.Parsed::value)
                .ifPresent(example -> application.setExamples(List.of(example)));
        api.getComponents().addSchema(ApplicationSchema.SCHEMA, application);
    }

    private static void describe(Vocabulary vocabulary, Schema application, Components components) {
        for (Entity entity : vocabulary.submittedEntities()) {
            Schema facts = facts(vocabulary, entity);
            String name = entity.name().substring(0, 1).toUpperCase(Locale.ROOT)
                    + entity.name().substring(1) + "Facts";
            components.addSchema(name, facts);
            Schema reference = OASFactory.createSchema().ref(name);
            if (entity.many()) {
                application.addProperty(
                        entity.name(),
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(reference));
            } else {
                application.addProperty(entity.name(), reference);
                if (facts.getRequired() != null) {
                    application.addRequired(entity.name());
                }
            }
        }
        application.additionalPropertiesBoolean(false);
    }

    private static Schema facts(Vocabulary vocabulary, Entity entity) {
        Schema facts = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .title(entity.label().in(Language.EN))
                .additionalPropertiesBoolean(false);
        for (Field field : vocabulary.fields(entity)) {
            if (!field.derived()) {
                String name = field.path().field();
                facts.addProperty(name, value(field.type()).title(field.label().in(Language.EN)));
                if (field.ifAbsent() instanceof IfAbsent.Refuse) {
                    facts.addRequired(name);
                }
            }
        }
        return facts;
    }

    private static Schema value(FieldType type) {
        Schema schema = OASFactory.createSchema();
        if (type instanceof FieldType.YesNo) {
            return schema.addType(SchemaType.BOOLEAN);
        }
        if (type instanceof FieldType.Whole) {
            return schema.addType(SchemaType.INTEGER).format("int64");
        }
        if (type instanceof FieldType.Decimal) {
            return schema.addType(SchemaType.NUMBER);
        }
        if (type instanceof FieldType.Codes list) {
            return schema.addType(SchemaType.ARRAY).items(value(new FieldType.Code(list.codes())));
        }
        schema.addType(SchemaType.STRING);
        if (type instanceof FieldType.Code code) {
            return schema.enumeration(new ArrayList<>(code.codes().codes().keySet()));
        }
        return type instanceof FieldType.Text ? schema.minLength(1) : schema.format(type.name());
    }
}
