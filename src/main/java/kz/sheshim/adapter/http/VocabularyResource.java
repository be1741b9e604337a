package kz.sheshim.adapter.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.sheshim.adapter.http.contract.ApplicationSchema;
import kz.sheshim.policy.Ruleset;
import kz.sheshim.publication.Rulesets;
import kz.sheshim.vocabulary.Language;
import kz.sheshim.vocabulary.Vocabulary;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives the vocabulary in force and the schema of applications that is made from it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake", "analyst", "approver", "emergency", "auditor", "operator", "archivist"})
@Tag(name = "Policy")
public class VocabularyResource {
    private final Rulesets rulesets;

    VocabularyResource(Rulesets rulesets) {
        this.rulesets = rulesets;
    }

    record VocabularyView(
            String policy, String revision, List<FieldView> fields, Map<String, Map<String, String>> codes) {}

    record FieldView(String field, String label, String type, String ifAbsent, boolean derived, boolean personal) {}

    @GET
    @Path("/vocabulary")
    @Operation(
            operationId = "readVocabulary",
            summary = "The fields and codes of applications, with labels in the language that is asked for")
    @APIResponse(
            responseCode = "200",
            description = "The vocabulary in force",
            content = @Content(schema = @Schema(implementation = VocabularyView.class)))
    @APIResponse(responseCode = "304", description = "The answer has not changed")
    public Response vocabulary(@Context HttpHeaders headers) {
        Ruleset ruleset = rulesets.inForce();
        Vocabulary vocabulary = ruleset.vocabulary();
        Language language = AcceptLanguage.of(headers).in(ruleset);
        Map<String, Map<String, String>> codes = new LinkedHashMap<>();
        vocabulary.codeLists().forEach(list -> {
            Map<String, String> labels = new LinkedHashMap<>();
            list.codes().forEach((code, label) -> labels.put(code, label.in(language)));
            codes.put(list.name(), labels);
        });
        List<FieldView> fields = vocabulary.submittedEntities().stream()
                .flatMap(entity -> vocabulary.fields(entity).stream())
                .filter(field -> field.rule().isEmpty())
                .map(field -> new FieldView(
                        field.path().toString(),
                        field.label().in(language),
                        field.type().name(),
                        field.ifAbsent().word(),
                        field.derived(),
                        field.personal()))
                .toList();
        return AcceptLanguage.answer(
                Conditional.answer(
                        headers,
                        new VocabularyView(
                                ruleset.policy().id(), ruleset.revision().toString(), fields, codes)),
                language);
    }

    @GET
    @Path("/application-schema")
    @Produces("application/schema+json")
    @Operation(
            operationId = "readApplicationSchema",
            summary = "A JSON Schema (2020-12) of the application, made from the vocabulary")
    @APIResponse(
            responseCode = "200",
            description = "The schema",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "The answer has not changed")
    public Response applicationSchema(@Context HttpHeaders headers) {
        Ruleset ruleset = rulesets.inForce();
        Language language = AcceptLanguage.of(headers).in(ruleset);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.putAll(ApplicationSchema.of(ruleset.vocabulary(), language, true));
        return AcceptLanguage.answer(Conditional.answer(headers, schema), language);
    }
}
