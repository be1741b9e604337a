package kz.sheshim.adapter.http.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the OpenAPI document what the code says already, so that no annotation has to repeat it: which members an answer
 * always has, which may be null, that every operation may answer with a problem, and how callers authenticate.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractInOpenApi implements org.eclipse.microprofile.openapi.OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String ANYTHING = "*/*";
    private static final String BEARER = "bearer";
    /** Schemas of the library of problems that no answer here uses. */
    private static final Set<String> UNUSED = Set.of("HttpProblem", "HttpValidationProblem", "Violation");

    private final IndexView classes;

    public ContractInOpenApi(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        for (ClassInfo view : classes.getKnownClasses()) {
            Schema schema = api.getComponents().getSchemas().get(view.simpleName());
            if (view.isRecord() && schema != null && schema.getProperties() != null) {
                describe(view, schema);
            }
        }
        UNUSED.forEach(api.getComponents()::removeSchema);
        api.getComponents().addSchema(PROBLEM, problem());
        api.getComponents().addResponse(PROBLEM, problemAnswer());
        api.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .description("An API key, or a token of the OpenID provider"));
        api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(ContractInOpenApi::describe);
    }

    private void describe(ClassInfo view, Schema schema) {
        Set<String> required = new TreeSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
        boolean nullsAreLeftOut = view.hasDeclaredAnnotation(JsonInclude.class);
        for (RecordComponentInfo component : view.recordComponents()) {
            Schema property = schema.getProperties().get(component.name());
            if (view.field(component.name()).hasAnnotation(DotName.createSimple(JsonUnwrapped.class))) {
                required.addAll(always(classes.getClassByName(component.type().name())));
            } else if (!isNullable(component)) {
                required.add(component.name());
            } else if (property != null && !nullsAreLeftOut) {
                required.add(component.name());
                property.setType(List.of(property.getType().get(0), SchemaType.NULL));
            }
        }
        schema.setRequired(new ArrayList<>(required));
        schema.getProperties().values().forEach(ContractInOpenApi::describe);
    }

    /** Describes maps whose values may be anything: without a description, generators take the whole map for anything. */
    private static void describe(Schema property) {
        Schema values = property.getAdditionalPropertiesSchema();
        if (values != null && values.getType() == null && values.getRef() == null) {
            values.description("A text, a number, true, false, a list of these, or null");
        }
    }

    private static List<String> always(ClassInfo view) {
        return view.recordComponents().stream()
                .filter(component -> !isNullable(component))
                .map(RecordComponentInfo::name)
                .toList();
    }

    /** Whether the component itself may be null; not its type arguments. */
    private static boolean isNullable(RecordComponentInfo component) {
        AnnotationInstance nullable = component.type().annotation(DotName.createSimple(Nullable.class));
        return nullable != null;
    }

    private static void describe(Operation operation) {
        operation.getResponses().removeAPIResponse("default");
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        for (Map.Entry<String, APIResponse> answer : answers.entrySet()) {
            if (answer.getKey().charAt(0) >= '4' && answer.getValue().getRef() == null) {
                answer.getValue().setContent(problemAnswer().getContent());
            }
        }
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref(PROBLEM));
        if (operation.getRequestBody() != null) {
            Content bodies = operation.getRequestBody().getContent();
            if (bodies != null && bodies.getMediaTypes().size() > 1) {
                bodies.removeMediaType(ANYTHING);
            }
        }
    }

    private static APIResponse problemAnswer() {
        return OASFactory.createAPIResponse()
                .description("A problem (RFC 9457)")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private static Schema problem() {
        return object().description("Each type of problem may have further members.")
                .addProperty(
                        "type",
                        text("The type of the problem. Without it, the problem is what the status says.")
                                .format("uri"))
                .addProperty("title", text(null))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text(null))
                .addProperty("instance", text(null))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("Every fault of a body that cannot be read")
                                .items(OASFactory.createSchema().ref("FaultView")))
                .required(List.of("status", "title"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text(@Nullable String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
